import { readFileSync } from "node:fs";
import { fastify } from "fastify";
import mercurius from "mercurius";
import {
  cursorOf,
  grouped,
  label,
  listening,
  many,
  openDatabase,
  pageOfCases,
  positionOf,
} from "./database.mjs";

/** Mercurius at its best: compiled operations, loaders without their cache, prepared statements. */
const database = openDatabase(process.env.SQLITE_FILE);
const page = database.prepare(pageOfCases);
const bySlug = database.prepare("SELECT * FROM case_record WHERE slug = ? AND status = 'published'");
const search = database.prepare(
  `SELECT * FROM case_record WHERE status = 'published' AND (title_zh LIKE @text OR title_en LIKE @text OR summary_zh LIKE @text
     OR id IN (SELECT case_id FROM narrative WHERE text LIKE @text))`,
);
const prepared = (sql) => database.prepare(many(sql));
const categories = prepared("SELECT * FROM category WHERE id IN wanted");
const towns = prepared("SELECT * FROM town WHERE id IN wanted");
const regions = prepared("SELECT * FROM region WHERE id IN wanted");
const tags = prepared(
  "SELECT case_id, tag.* FROM case_tag JOIN tag ON tag.id = tag_id WHERE case_id IN wanted ORDER BY case_tag.position",
);
const indicators = prepared(
  `SELECT indicator.*, measure.key AS measure_key, measure.name_zh, measure.name_en, unit.code
   FROM indicator JOIN measure ON measure.id = measure_id JOIN unit ON unit.id = unit_id WHERE case_id IN wanted`,
);
const someIndicators = prepared(
  `SELECT indicator.*, measure.key AS measure_key, measure.name_zh, measure.name_en, unit.code
   FROM indicator JOIN measure ON measure.id = measure_id JOIN unit ON unit.id = unit_id
   WHERE case_id IN wanted AND measure.key IN (SELECT value FROM json_each(?))`,
);
const sections = prepared("SELECT * FROM section WHERE case_id IN wanted ORDER BY position");
const narratives = prepared("SELECT * FROM narrative WHERE section_id IN wanted");
const evidence = prepared("SELECT * FROM evidence WHERE section_id IN wanted ORDER BY position");
const sources = prepared("SELECT * FROM source WHERE id IN wanted");

const one = (statement, column) => (queries) => {
  const rows = new Map(allOf(statement, queries, column).map((row) => [row.id, row]));
  return queries.map(({ obj }) => rows.get(obj[column]) ?? null);
};
const list = (statement, column) => (queries) => {
  const rows = grouped(allOf(statement, queries, "id"), column);
  return queries.map(({ obj }) => rows.get(obj.id) ?? []);
};
const allOf = (statement, queries, column) =>
  statement.all(JSON.stringify([...new Set(queries.map(({ obj }) => obj[column]))]));

const loader = (load) => ({ loader: async (queries) => load(queries), opts: { cache: false } });

const resolvers = {
  Query: {
    cases(_, { first, after, filter }) {
      const [updated, id] = positionOf(after);
      const rows = page.all(filter.categories[0], updated, updated, id, first + 1);
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      return {
        nodes,
        pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last) : null },
      };
    },
    case: (_, { slug }) => bySlug.get(slug) ?? null,
    searchCases(_, { query, first }) {
      const rows = search.all({ text: `%${query}%` });
      return { totalCount: rows.length, nodes: rows.slice(0, first) };
    },
  },
  Case: { title: (row) => label(row, "title"), summary: (row) => label(row, "summary") },
  Category: { name: (row) => label(row, "name") },
  Town: { name: (row) => label(row, "name") },
  Region: { name: (row) => label(row, "name") },
  Tag: { name: (row) => label(row, "name") },
  Indicator: {
    measure: (row) => ({ key: row.measure_key, name: label(row, "name") }),
    valueText: (row) => label(row, "value_text"),
    unit: ({ code }) => ({ code }),
  },
  Section: { heading: (row) => label(row, "heading") },
  Evidence: { statement: (row) => label(row, "statement") },
};

const loaders = {
  Case: {
    category: loader(one(categories, "category_id")),
    town: loader(one(towns, "town_id")),
    tags: loader(list(tags, "case_id")),
    indicators: loader((queries) => {
      const { measures } = queries[0].params;
      const ids = JSON.stringify(queries.map(({ obj }) => obj.id));
      const rows = measures ? someIndicators.all(ids, JSON.stringify(measures)) : indicators.all(ids);
      const byCase = grouped(rows, "case_id");
      return queries.map(({ obj }) => byCase.get(obj.id) ?? []);
    }),
    sections: loader(list(sections, "case_id")),
  },
  Town: { region: loader(one(regions, "region_id")) },
  Section: {
    narratives: loader(list(narratives, "section_id")),
    evidence: loader(list(evidence, "section_id")),
  },
  Evidence: { source: loader(one(sources, "source_id")) },
};

const app = fastify();
const schema = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
listening(await app.listen({ port: 0, host: "127.0.0.1" }));
