// What the templates of whole pages get to see.

#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "render/navigation.h"
#include "render/page_context.h"
#include "render/page_needs.h"
#include "render/shell.h"

namespace carnet {

// How a language is written, as `dir` has it: "ltr" or "rtl".
std::string_view direction_of(std::string_view language);

// What all files with a head have in common: book, home, logo. `place` says where
// it lies, `language` what it is written in.
Value frame_view(const Site& site, const Book& book, const Navigation::Place& place,
                 std::string_view language);

// Which state of the book this is: on start pages in words.
void set_state(Value& view, const Shell& shell, const Navigation::Place& place,
               std::string_view language);

// What the pages of a book have in common beside that: sidebar, sections and languages, header and
// footer.
Value shell_view(const Site& site, const Shell& shell, const Navigation::Place& place,
                 std::string_view language, const Theme& theme);

// A page of the book, with its content. `needs` is set to what that needs.
Value page_view(const PageContext& context, const Shell& shell, PageNeeds& needs);

// The content security policy of a page: nothing but its own site, and of other sites what
// the page needs once the reader asks for it.
std::string security_policy(const Config& config, const PageNeeds& needs);

// Sets that policy, and the parts of the theme that the page loads.
void set_needs(Value& view, const Config& config, const Theme& theme, const PageNeeds& needs,
               const Navigation::Place& place);

// What a browser calls a page of a book: its title, and that of the book unless it is the same.
std::string title_in_book(std::string_view title, const Book& book);

// The address on the web of a file of the site; empty if the book has no `url`.
std::string web_address(const Site& site, std::string_view permalink);

}  // namespace carnet
