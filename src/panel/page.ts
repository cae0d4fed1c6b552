/** Addresses that the webview can load, and the source that its policy names for them. */
export interface PageSources {
  readonly script: string;
  readonly stylesheets: readonly string[];
  readonly cspSource: string;
}

// The toolkit adds an empty style element, so its hash is allowed, and no other inline style.
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The panel's page: nothing but what it loads. All else is made by the script. */
export function pageHtml({ script, stylesheets, cspSource }: PageSources): string {
  const nonce = newNonce();
  const policy = ["default-src 'none'", `style-src ${cspSource} ${EMPTY_STYLE}`, `script-src 'nonce-${nonce}'`].join(
    "; ",
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>JWT Mint</title>
${stylesheets.map((stylesheet) => `<link rel="stylesheet" href="${stylesheet}">`).join("\n")}
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
