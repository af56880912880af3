"""One form for the graph whoever exported it: names and order follow from its structure alone.

The two sources of ISNet name their tensors differently and sprinkle casts in different places. Ranges that were
measured on the one can only serve the other when the same tensor has the same name in both.
"""

import onnx
from onnx import TensorProto

CHANGES_NOTHING = {"Cast", "Identity"}
"""Once the graph is float32 throughout, these only rename what they are given."""


def canonicalise(model: onnx.ModelProto) -> None:
    """Drop nodes that change nothing, sort the rest and name each inner value after its place, in place.

    The order is that in which a walk back from the output, first inputs first, leaves the nodes. So it depends neither
    on the names in the file nor on the order of its nodes. A node's output is called after its operator and rank,
    `relu_017`, its weights `conv_016.weight` and `conv_016.bias`. Names of the graph's input and output are kept.
    """
    graph = model.graph
    producers = {node.output[0]: node for node in graph.node}
    weights = {weight.name: weight for weight in graph.initializer}
    output = graph.output[0].name
    names: dict[str, str] = {entry.name: entry.name for entry in graph.input}
    nodes: list[onnx.NodeProto] = []
    kept: list[onnx.TensorProto] = []

    def place(value: str) -> str:
        """Place what makes a value, and give its new name."""
        if value in names or not value:
            return names.get(value, "")
        node = producers[value]
        if changes_nothing(node):
            names[value] = place(node.input[0])
            return names[value]
        inputs = [name if name in weights else place(name) for name in node.input]
        name = f"{node.op_type.lower()}_{len(nodes):03d}"
        for position, old in enumerate(inputs):
            if old in weights:
                weight = onnx.TensorProto()
                weight.CopyFrom(weights[old])
                weight.name = inputs[position] = f"{name}.{role(node, position)}"
                kept.append(weight)
        placed = onnx.NodeProto()
        placed.CopyFrom(node)
        placed.name = names[value] = placed.output[0] = name
        del placed.input[:]
        placed.input.extend(inputs)
        nodes.append(placed)
        return name

    place(output)
    nodes[-1].output[0] = output
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    used = {node.domain for node in nodes}
    domains = [entry for entry in model.opset_import if entry.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(domains)


def changes_nothing(node: onnx.NodeProto) -> bool:
    """Tell whether a node of a float32 graph gives back what it is given."""
    to = [attribute.i for attribute in node.attribute if attribute.name == "to"]
    return node.op_type in CHANGES_NOTHING and to in ([], [TensorProto.FLOAT])


def role(node: onnx.NodeProto, position: int) -> str:
    """Say what a constant is to its node."""
    return {"Conv": {1: "weight", 2: "bias"}, "Resize": {3: "sizes"}}.get(node.op_type, {}).get(
        position, f"input_{position}"
    )
