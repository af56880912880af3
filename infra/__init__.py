"""How Fix Shots is served: on AWS, and on one machine that plays AWS."""
