#include "render/date_text.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"

namespace carnet {
namespace {

using Months = std::array<std::string_view, 12>;

// How a language writes dates. `{d}`, `{m}` and `{y}` are replaced, `{month}` by the name.
struct Wording {
  std::string_view language;
  std::string_view pattern;
  std::string_view first;  // Of the first day of a month, where that is another; else empty.
  std::string_view numeric;
  Months full;
  Months shorter;
};

// The first that fits counts: `en-US` is written as `en`. Names after Unicode's CLDR 45.
constexpr Wording kWordings[] = {
    {"fr",
     "{d} {month} {y}",
     "1er {month} {y}",
     "{dd}/{mm}/{y}",
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre"},
     {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc."}},
    {"en",
     "{month} {d}, {y}",
     "",
     "{m}/{d}/{y}",
     {"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    {"de",
     "{d}. {month} {y}",
     "",
     "{dd}.{mm}.{y}",
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember"},
     {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez."}},
    {"es",
     "{d} de {month} de {y}",
     "",
     "{d}/{m}/{y}",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"},
     {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"}},
    {"it",
     "{d} {month} {y}",
     "1º {month} {y}",
     "{dd}/{mm}/{y}",
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
      "ottobre", "novembre", "dicembre"},
     {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"}},
    {"pt",
     "{d} de {month} de {y}",
     "",
     "{dd}/{mm}/{y}",
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro"},
     {"jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
      "dez."}},
};

const Wording* find_wording(std::string_view language) {
  const std::string_view main = language.substr(0, language.find_first_of("-_"));
  for (const Wording& wording : kWordings) {
    if (equals_ignoring_case(main, wording.language)) return &wording;
  }
  return nullptr;
}

// English outside of America writes the day first.
bool has_day_first(std::string_view language) {
  const std::string_view region = language.substr(std::min(language.size(), std::size_t{2}));
  return !region.empty() && !equals_ignoring_case(region.substr(1), "us") &&
         !equals_ignoring_case(region.substr(1), "ca");
}

std::string fill(std::string_view pattern, const Date& date, std::string_view month) {
  std::string text(pattern);
  const std::string day = std::to_string(date.day);
  const std::string number = std::to_string(date.month);
  text = replace_all(std::move(text), "{dd}", fmt::format("{:02}", date.day));
  text = replace_all(std::move(text), "{mm}", fmt::format("{:02}", date.month));
  text = replace_all(std::move(text), "{d}", day);
  text = replace_all(std::move(text), "{m}", number);
  text = replace_all(std::move(text), "{y}", std::to_string(date.year));
  return replace_all(std::move(text), "{month}", month);
}

}  // namespace

std::string date_text(const Date& date, DateFormat format, std::string_view language) {
  const Wording* wording = find_wording(language);
  if (wording == nullptr) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  const bool is_british = wording->language == "en" && has_day_first(language);
  if (format == DateFormat::Numeric) {
    return fill(is_british ? "{dd}/{mm}/{y}" : wording->numeric, date, {});
  }
  const Months& months = format == DateFormat::Full ? wording->full : wording->shorter;
  std::string_view pattern = is_british ? "{d} {month} {y}" : wording->pattern;
  if (wording->language == "es" && format == DateFormat::Short) pattern = "{d} {month} {y}";
  if (date.day == 1 && !wording->first.empty()) pattern = wording->first;
  return fill(pattern, date, months[static_cast<std::size_t>(date.month - 1)]);
}

}  // namespace carnet
