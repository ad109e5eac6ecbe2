// A page that has moved takes the section in its address along.
{
  const link = document.querySelector("[data-redirect]");
  if (link && location.hash) location.replace(link.href + location.hash);
}
