import { UserError } from "../core/errors.ts";
import type { ViewId } from "../manifest.ts";
import type { Services } from "../services/services.ts";
import { openKeyTree } from "./keyTree.ts";
import { openProfileTree } from "./profileTree.ts";
import { failureRow } from "./row.ts";
import type { Rows, Tree } from "./tree.ts";

const trees: { readonly [Id in ViewId]: (services: Services, tree: Tree) => Rows } = {
  "jwtMint.profiles": openProfileTree,
  "jwtMint.keys": openKeyTree,
};

/** What makes the rows of a view. A failure that the user can mend becomes a row, since nothing else would show it. */
export function openTree(id: ViewId, services: Services, tree: Tree): Rows {
  const rows = trees[id](services, tree);
  return async (row) => {
    try {
      return await rows(row);
    } catch (error) {
      if (error instanceof UserError) return [failureRow(error)];
      throw error;
    }
  };
}
