// The files of what was dropped or chosen, folders included, each with the folder that it lies in.

/** Files of a drop; folders are walked. Answers [{file, path}]. */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.kind === "file" ? item.webkitGetAsEntry?.() ?? item.getAsFile() : null);
  const found = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found;
}

/** Files of an input. */
export function chosenFiles(input) {
  return [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** The folder that names the exhibit: the one below what was chosen, or the chosen one when the file lies right in it. */
export function exhibitFolder(path) {
  const parts = path.split("/").filter(Boolean);
  return parts.length < 2 ? "" : parts[Math.min(1, parts.length - 2)];
}

async function walk(entry, found) {
  if (entry instanceof File) {
    found.push({ file: entry, path: entry.name });
  } else if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: entry.fullPath });
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (batch.length === 0) return;
      for (const each of batch) await walk(each, found);
    }
  }
}
