package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.layer.CellKind;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.RecurrentNode.Directed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * A recurrent layer as a {@code Scan} over its steps, by the formulas of its cell: for layers that
 * step over padding, wherever it stands, or that keep a share of the old state (zoneout at
 * evaluation), which the operators of ONNX for whole layers cannot do.
 *
 * <p>What comes from the input is one product for all steps, before the scan.
 */
final class RecurrentByFormula {
  private final RecurrentNode node;
  private final Flow flow;
  private final GraphWriter graph;
  private final String name;

  RecurrentByFormula(RecurrentNode node, Flow flow) {
    this.node = node;
    this.flow = flow;
    this.graph = flow.graph();
    this.name = node.name();
  }

  /** Writes the layer behind the flow. */
  void write() {
    String steps = turned(flow.value(node.input()), name + "/steps"); // [T, N, F]
    List<String> states = new ArrayList<>();
    for (int d = 0; d < node.directions().size(); d++) {
      states.add(direction(d, steps));
    }
    String all =
        states.size() == 1
            ? states.get(0)
            : graph.add("Concat", name + "/both", states, Attributes.of("axis", -1));
    flow.set(node.sequence() ? turned(all, name) : all, node.shape());
  }

  /** From rows of steps to steps of rows, and back. */
  private String turned(String value, String as) {
    return graph.add(
        "Transpose", as, List.of(value), Attributes.ofLongs("perm", List.of(1L, 0L, 2L)));
  }

  /** The states {@code [T, N, H]} of all steps, or {@code [N, H]} behind the last. */
  private String direction(int d, String steps) {
    Directed directed = node.directions().get(d);
    List<String> inputs = new ArrayList<>();
    String start = start(steps, directed);
    inputs.add(start);
    if (node.cell() == CellKind.LSTM) {
      inputs.add(start);
    }
    inputs.add(fromInput(steps, directed));
    if (node.masked()) {
      inputs.add(absent(steps, directed));
    }
    int remembered = node.cell() == CellKind.LSTM ? 2 : 1;
    List<String> results =
        graph.addMany(
            "Scan",
            directed.state().layer(),
            node.sequence() ? remembered + 1 : remembered,
            inputs,
            Attributes.of("body", step(directed)),
            Attributes.of("num_scan_inputs", inputs.size() - remembered),
            ways("scan_input_directions", inputs.size() - remembered, d),
            ways("scan_output_directions", node.sequence() ? 1 : 0, d));
    return results.get(node.sequence() ? remembered : 0);
  }

  /** The second direction reads, and writes, from the end. */
  private static AttributeProto ways(String attribute, int count, long direction) {
    return Attributes.ofLongs(attribute, Collections.nCopies(count, direction));
  }

  /** Zeros {@code [N, H]}. */
  private String start(String steps, Directed directed) {
    String as = directed.state().layer() + "/start";
    String rows =
        graph.add(
            "Shape",
            as + "/rows",
            List.of(steps),
            Attributes.of("start", 1),
            Attributes.of("end", 2));
    String units = graph.longs(as + "/units", node.units());
    String shape =
        graph.add("Concat", as + "/shape", List.of(rows, units), Attributes.of("axis", 0));
    return graph.add("ConstantOfShape", as, List.of(shape));
  }

  /** What the input adds to each gate, {@code [T, N, gates H]}. */
  private String fromInput(String steps, Directed directed) {
    String as = directed.input().layer();
    int rows = rows(directed);
    double[] kernel = transposed(flow.network().values(directed.input().name()), rows);
    String by = graph.floats(directed.input().name(), kernel, node.input().size(1), rows);
    String product = graph.add("MatMul", as + "/product", List.of(steps, by));
    return graph.add("Add", as, List.of(product, bias(directed, 0, graph)));
  }

  private static double[] transposed(double[] matrix, int rows) {
    int columns = matrix.length / rows;
    double[] turned = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      turned[i % columns * rows + i / columns] = matrix[i];
    }
    return turned;
  }

  private String bias(Directed directed, int which, GraphWriter to) {
    String bias = directed.biases().get(which).name();
    double[] values = flow.network().values(bias);
    return to.floats(bias, values, values.length);
  }

  /** Where all numbers of a step are 0, {@code [T, N, 1]}. */
  private String absent(String steps, Directed directed) {
    String as = directed.state().layer() + "/absent";
    String sizes = graph.add("Abs", as + "/sizes", List.of(steps));
    String largest =
        graph.add(
            "ReduceMax", as + "/largest", List.of(sizes), Attributes.ofLongs("axes", List.of(2L)));
    String zero = graph.floats(as + "/zero", new double[] {0});
    return graph.add("Equal", as, List.of(largest, zero));
  }

  /** One step, as a graph: from states and what the input adds, to states and what goes out. */
  private GraphProto step(Directed directed) {
    String as = directed.state().layer() + "/step";
    GraphWriter body = graph.within(as);
    List<String> before = new ArrayList<>();
    before.add(body.input(as + "/state", DataType.FLOAT, node.units()));
    if (node.cell() == CellKind.LSTM) {
      before.add(body.input(as + "/cell", DataType.FLOAT, node.units()));
    }
    String fromInput = body.input(as + "/from-input", DataType.FLOAT, rows(directed));
    String fromState = fromState(directed, before.get(0), body);
    List<String> after = new CellFormula(body, as).next(node.cell(), before, fromInput, fromState);
    if (node.zoneout().isPresent()) {
      after = each(before, after, (old, made) -> blended(old, made, as, body));
    }
    Optional<String> absent = Optional.empty();
    if (node.masked()) {
      String held = body.input(as + "/absent", DataType.BOOL, 1);
      after =
          each(
              before,
              after,
              (old, made) -> body.add("Where", as + "/held", List.of(held, old, made)));
      absent = Optional.of(held);
    }
    after.forEach(state -> body.output(state, DataType.FLOAT, List.of((long) node.units())));
    if (node.sequence()) {
      String out = said(after.get(0), absent, as, body);
      body.output(out, DataType.FLOAT, List.of((long) node.units()));
    }
    return body.graph();
  }

  private static List<String> each(
      List<String> before, List<String> after, BinaryOperator<String> change) {
    return IntStream.range(0, after.size())
        .mapToObj(i -> change.apply(before.get(i), after.get(i)))
        .toList();
  }

  private static int rows(Directed directed) {
    return directed.state().shape().get(0);
  }

  private String fromState(Directed directed, String state, GraphWriter body) {
    String kernel = directed.state().name();
    double[] values = flow.network().values(kernel);
    List<String> factors = new ArrayList<>(List.of(state));
    factors.add(body.floats(kernel, values, rows(directed), node.units()));
    if (directed.biases().size() > 1) {
      factors.add(bias(directed, 1, body));
    }
    return body.add(
        "Gemm", directed.state().layer() + "/product", factors, Attributes.of("transB", 1));
  }

  /** Moves a state back towards the old one by the share that is kept on average in training. */
  private String blended(String before, String after, String as, GraphWriter body) {
    double rate = flow.number(node.zoneout().orElseThrow(), "rate");
    String share = body.floats(as + "/share", new double[] {rate});
    String way = body.add("Sub", as + "/way", List.of(before, after));
    String back = body.add("Mul", as + "/back", List.of(way, share));
    return body.add("Add", as + "/blended", List.of(after, back));
  }

  /** The state that goes out of a step: zeros where there was none. */
  private static String said(String state, Optional<String> absent, String as, GraphWriter body) {
    return absent
        .map(
            where -> {
              String zero = body.floats(as + "/zero", new double[] {0});
              return body.add("Where", as + "/said", List.of(where, zero, state));
            })
        .orElseGet(() -> body.add("Identity", as + "/said", List.of(state)));
  }
}
