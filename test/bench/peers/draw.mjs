import { parse, View } from "vega";

/** Draws bars, `[{ server, workload, capacity }]`, as SVG: one group of bars a workload. */
const bars = JSON.parse(process.argv[2]);
const isOurs = "test(/^ours/, datum.server)";

const spec = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  ...{ width: 640, background: "white", padding: 8, autosize: "pad" },
  signals: [
    { name: "row", value: 20 },
    { name: "height", update: `row * ${bars.length}` },
  ],
  title: { text: "Requests that one core answers in a second (logarithmic)", anchor: "start", offset: 12 },
  data: [
    {
      name: "bars",
      values: bars.map((bar, index) => ({ ...bar, id: `${index}`, label: `${bar.workload}: ${bar.server}` })),
    },
  ],
  scales: [
    { name: "y", type: "band", range: "height", padding: 0.2, domain: { data: "bars", field: "label" } },
    {
      name: "x",
      type: "log",
      range: "width",
      nice: true,
      domain: { data: "bars", field: "capacity" },
      domainMin: 10,
    },
  ],
  axes: [
    { orient: "left", scale: "y", ticks: false, domain: false, labelPadding: 6, labelLimit: 320 },
    { orient: "bottom", scale: "x", grid: true, format: ",d", tickCount: 5 },
  ],
  marks: [
    {
      type: "rect",
      from: { data: "bars" },
      encode: {
        enter: {
          y: { scale: "y", field: "label" },
          height: { scale: "y", band: 1 },
          x: { value: 0 },
          x2: { scale: "x", field: "capacity" },
          fill: [{ test: isOurs, value: "#b5432a" }, { value: "#8fa3ad" }],
        },
      },
    },
    {
      type: "text",
      from: { data: "bars" },
      encode: {
        enter: {
          y: { scale: "y", field: "label", band: 0.5 },
          x: { scale: "x", field: "capacity", offset: 4 },
          text: { signal: "format(datum.capacity, ',d')" },
          baseline: { value: "middle" },
          fontSize: { value: 11 },
        },
      },
    },
  ],
};
process.stdout.write(`${await new View(parse(spec), { renderer: "none" }).toSVG()}\n`);
