"""The one Lambda function of Fix Shots: a photo in, its subject cut out, nothing kept."""
