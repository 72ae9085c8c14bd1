/** Of all migrations, without what they are made of: who only reads asks whether they have run. */
export const migrationNames = [
  "Vocabulary1764000000001",
  "Programme1764000000002",
  "Cases1764000000003",
  "Evidence1764000000004",
  "ChangeLog1764000000005",
  "Connections1764000000006",
  "ThemeSources1764000000007",
  "ContentOrigin1764000000008",
  "CaseBundles1764000000009",
  "TownBundles1764000000010",
] as const;
