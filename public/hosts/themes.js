// Exchanges the style sheet of the theme, as a page would link to it.
let link;
document.querySelector('#themes').addEventListener('click', ({ target }) => {
  const { theme } = target.dataset;
  if (theme === undefined) return;
  link?.remove();
  link = undefined;
  if (theme) {
    link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: `../themes/${theme}.css`,
    });
    document.head.append(link);
  }
  document.querySelector('#line').textContent = theme
    ? `<link rel="stylesheet" href="themes/${theme}.css">`
    : '<!-- no style sheet -->';
});
