// Lists the events of the explorer, and takes over what it opens if the page is asked to.
const list = document.querySelector('#heard');
for (const name of ['ee-ready', 'ee-change', 'ee-open', 'ee-export', 'ee-error']) {
  document.addEventListener(name, (event) => {
    const item = document.createElement('li');
    item.textContent = `${name}: ${JSON.stringify(event.detail)}`;
    list.append(item);
    if (name === 'ee-open' && document.querySelector('#own').checked) event.preventDefault();
  });
}
