#include "searcher/pages/embedded.h"
#include "searcher/pages/page.h"

namespace answers {

std::span<const PageAsset> page_assets() {
  static const PageAsset assets[] = {
      {"page.css", "text/css; charset=utf-8", embedded_file("page.css")},
      {"page.js", "text/javascript; charset=utf-8", embedded_file("page.js")},
      {"icon.svg", "image/svg+xml", embedded_file("icon.svg")},
  };
  return assets;
}

}  // namespace answers
