import "reflect-metadata";
import { compareExecutors } from "./both-executors.js";

if (process.env["EXEMPLAR_TEST_BOTH_EXECUTORS"]) compareExecutors();
