/** The page of the dialog: shows the sentences in its address as plain text. */

const place = document.getElementById('notice');
if (place !== null) place.textContent = decodeURIComponent(location.hash.slice(1));
