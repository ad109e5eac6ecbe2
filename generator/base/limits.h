// Every limit of the generator, with its reason. A book is untrusted input: it
// may slow the build down a little, never stop the machine. What goes past a
// limit is reported (`limit-reached`, `text-too-large`) and kept as plain text.

#pragma once

#include <cstddef>
#include <cstdint>

namespace carnet {

// The longest page of nine real books has 190 kB; a page of nothing but brackets
// takes some 400 bytes of memory for each of its own. Larger files are copied,
// not read.
inline constexpr std::uint64_t kMaxTextBytes = 4u << 20;

// Block tags inside block tags. Real books nest four deep.
inline constexpr std::size_t kMaxBlockDepth = 64;

// Markdown containers inside each other (quotes, lists), and HTML elements:
// walking the tree recurses.
inline constexpr std::size_t kMaxTreeDepth = 512;

// cmark-gfm completes short rows of a table: columns times rows cells. The
// widest table of nine real books has 14 columns.
inline constexpr std::size_t kMaxTableColumns = 200;

// Cells of a book's tables that short rows lack, for each page: 100 bytes each.
inline constexpr std::size_t kMaxCompletedCells = 200'000;

// The head of a table is the last line of a paragraph, and all of that is read
// again for it.
inline constexpr std::size_t kMaxTableHeadBytes = 64u << 10;

// Markers of quotes and lists on one line: cmark-gfm walks through all of them
// at each line that follows.
inline constexpr std::size_t kMaxLineContainers = 100;

// What the quadratic parts of cmark-gfm's inline parser may cost on one page, in
// steps of some nanoseconds. A page of 5,000 images in one paragraph takes a
// quarter of it.
inline constexpr std::uint64_t kMaxInlineSteps = 200'000'000;

// A formula of 10 kB fills pages; what makes it runs in an interpreter.
inline constexpr std::size_t kMaxFormulaBytes = 10'000;

// A tag longer than this is no tag but a forgotten `%}`.
inline constexpr std::size_t kMaxTagBytes = 8u << 10;

// Tags on one line: each makes the rest of the line be read once more.
inline constexpr std::size_t kMaxTagsInLine = 100;

// A page's HTML may be larger than its source by this factor, plus a base;
// reference links can multiply text without end.
inline constexpr std::size_t kMaxOutputFactor = 64;
inline constexpr std::size_t kMaxOutputBase = 4u << 20;

// Includes inside includes, and what they may add to all pages of a book together,
// in nodes of their trees: 120 bytes each. A page of two screens has 300.
inline constexpr std::size_t kMaxIncludeDepth = 8;
inline constexpr std::size_t kMaxIncludedNodes = 5'000'000;

// Expressions of pages are a line long; evaluating one recurses.
inline constexpr std::size_t kMaxExpressionBytes = 4096;
inline constexpr std::size_t kMaxExpressionDepth = 100;

// Texts and lists that an expression makes on its way: a method can repeat a text.
inline constexpr std::size_t kMaxExpressionText = 64u << 10;
inline constexpr std::size_t kMaxExpressionItems = 10'000;

// Books of one site, such as languages: each page may carry a link to each of them.
inline constexpr std::size_t kMaxBooks = 100;

// Paths that links name of one space of GitBook, and searches for them in all books, by which that
// space is to be found. A few tell enough.
inline constexpr std::size_t kMaxSpacePaths = 500;
inline constexpr std::size_t kMaxSpaceLookups = 200'000;

// Words and signs of a term of the glossary: where a text could begin one, so many
// of its words are looked at.
inline constexpr std::size_t kMaxTermWords = 16;

// Redirects that lead to redirects.
inline constexpr std::size_t kMaxRedirectHops = 16;

// The configuration of a large book is 50 kB; a text beyond this is no
// configuration.
inline constexpr std::size_t kMaxYamlBytes = 1'000'000;

// Nodes, counting each time that an alias repeats them. 600 redirects make
// 1,200; the limit is about 30 MB of memory.
inline constexpr std::size_t kMaxYamlNodes = 200'000;

// Lists and maps inside each other. Real ones nest five deep.
inline constexpr std::size_t kMaxYamlDepth = 64;

// OpenAPI files are written by programs: the largest in public are 10 MB, and a value of theirs
// takes some 150 bytes of memory. Schemas nest by two levels for each property.
inline constexpr std::size_t kMaxSpecificationBytes = 16'000'000;
inline constexpr std::size_t kMaxSpecificationNodes = 1'000'000;
inline constexpr std::size_t kMaxSpecificationDepth = 256;

// Files that a specification is made of.
inline constexpr std::size_t kMaxSpecificationFiles = 1'000;

// Parameters, responses, examples and the like, counted again wherever `$ref` repeats them.
inline constexpr std::size_t kMaxSpecificationParts = 300'000;

// Properties that schemas get from others by `allOf`.
inline constexpr std::size_t kMaxMergedProperties = 200'000;

// Values of an example that is made from a schema, and how deep they nest.
inline constexpr std::size_t kMaxExampleNodes = 1'000;
inline constexpr std::size_t kMaxExampleDepth = 6;

// Patterns of one list (`exclude`, .bookignore) together: matching takes up to
// their length times that of the path, for each file.
inline constexpr std::size_t kMaxGlobBytes = 16u << 10;

// What a page shows of the schemas of an API: fields, beyond which named schemas are only
// named, and schemas inside each other. A body of real APIs has 30 fields, four levels deep.
inline constexpr std::size_t kMaxShownFields = 400;
inline constexpr std::size_t kMaxShownDepth = 12;

// Pixels of a picture's side. A header that says more is a lie: no browser draws it.
inline constexpr std::uint32_t kMaxImageSide = 100'000;

// How much of a picture is read to find its size. Drawing programs put their own data into
// attributes of an SVG's root.
inline constexpr std::size_t kMaxImageHeadBytes = 64u << 10;

// Longer code has no colours: some expressions of Prism try every end for every
// beginning. Real books have 8 kB at most.
inline constexpr std::size_t kMaxColouredBytes = 32u << 10;

// The squares of the sizes of all code of a page together: what it may cost to
// colour it, at worst. A thousand pieces of 1 kB each are below it.
inline constexpr std::uint64_t kMaxColourCost = kMaxColouredBytes * kMaxColouredBytes;

// What one expression may try at one place of a text before it is stopped, how
// deep it may nest in itself, and the memory for that.
inline constexpr std::uint32_t kMaxPatternSteps = 20'000;
inline constexpr std::uint32_t kMaxPatternDepth = 10'000;
inline constexpr std::size_t kMaxPatternStack = 1u << 20;

// Tokens inside tokens, such as templates in strings in templates.
inline constexpr std::size_t kMaxTokenDepth = 100;

// How long git may read the history of a book. 5,000 commits take it a tenth of a second.
inline constexpr unsigned kMaxHistorySeconds = 10;

// The memory that git may take for it.
inline constexpr std::uint64_t kMaxHistoryMemory = 1u << 30;

// A path or a list of co-authors of one commit.
inline constexpr std::size_t kMaxHistoryTokenBytes = 64u << 10;

// Names that the files of a book ever had.
inline constexpr std::size_t kMaxHistoryNames = 200'000;

// People who changed one page, and all that did; authors of one commit; bytes of a name.
inline constexpr std::size_t kMaxContributors = 500;
inline constexpr std::size_t kMaxPersons = 100'000;
inline constexpr std::size_t kMaxCoAuthors = 20;
inline constexpr std::size_t kMaxContributorBytes = 100;

}  // namespace carnet
