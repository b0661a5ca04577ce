// Moves the element as scripts of pages do: taken out and put in again.
document.querySelector('#move').addEventListener('click', () => {
  const element = document.querySelector('evaluation-explorer');
  const other = element.parentElement.id === 'first' ? '#second' : '#first';
  document.querySelector(other).append(element);
});
