import { Vocabulary1764000000001 } from "./001-vocabulary.js";
import { Programme1764000000002 } from "./002-programme.js";
import { Cases1764000000003 } from "./003-cases.js";
import { Evidence1764000000004 } from "./004-evidence.js";
import { ChangeLog1764000000005 } from "./005-change-log.js";
import { Connections1764000000006 } from "./006-connections.js";
import { ThemeSources1764000000007 } from "./007-theme-sources.js";
import { ContentOrigin1764000000008 } from "./008-content-origin.js";
import { CaseBundles1764000000009 } from "./009-case-bundles.js";
import { TownBundles1764000000010 } from "./010-town-bundles.js";

/** In the order in which they run. Append only. */
export const migrations = [
  Vocabulary1764000000001,
  Programme1764000000002,
  Cases1764000000003,
  Evidence1764000000004,
  ChangeLog1764000000005,
  Connections1764000000006,
  ThemeSources1764000000007,
  ContentOrigin1764000000008,
  CaseBundles1764000000009,
  TownBundles1764000000010,
] as const;
