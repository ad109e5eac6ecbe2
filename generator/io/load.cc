#include "io/load.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/encoding.h"
#include "base/image_size.h"
#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "io/file_system.h"
#include "io/walk.h"

namespace carnet {
namespace {

// The first folder of `path` whose name begins with a dot, with what is below
// it: ".gitbook/includes/a.md" of "docs/.gitbook/includes/a.md". Empty if none.
std::string_view from_dot_folder(std::string_view path) {
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', begin)) {
    if (path[begin] == '.') return path.substr(begin);
    begin = slash + 1;
  }
  return {};
}

// The folder as the user typed it, then the path: what can be clicked in a terminal.
std::string display_path(std::string_view folder, std::string_view path) {
  while (folder.starts_with("./")) {
    folder.remove_prefix(1);
    while (folder.starts_with('/')) folder.remove_prefix(1);
  }
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  if (folder.empty() || folder == ".") return std::string(path);
  if (folder == "/") return "/" + std::string(path);
  return join_path(folder, path);
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// The character at an offset.
Span character(SourceId source, std::string_view text, std::uint32_t begin) {
  std::uint32_t end = begin;
  if (end < text.size()) ++end;
  // A UTF-8 continuation byte (10xxxxxx) belongs to the character before it.
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return {source, begin, end};
}

class Loader {
 public:
  Loader(const Folder& folder, const std::string& name, const LoadOptions& options,
         Sources& sources, Diagnostics& diagnostics)
      : folder_(folder),
        name_(name),
        options_(options),
        sources_(sources),
        diagnostics_(diagnostics) {}

  SourceTree run(WalkResult walked) {
    for (WalkProblem& problem : walked.problems) {
      report(problem.kind, problem.path, std::move(problem.message), std::move(problem.hint));
    }
    std::vector<AssetFile> texts;
    for (WalkedFile& file : walked.files) {
      if (options_.is_text(file.path)) {
        texts.push_back({std::move(file.path), file.size});
      } else {
        tree_.assets.push_back({std::move(file.path), file.size});
      }
    }
    read(std::move(texts));
    measure_images();
    return take();
  }

  SourceTree run(SourceTree tree) {
    tree_ = std::move(tree);
    std::vector<AssetFile> texts;
    std::erase_if(tree_.assets, [&](const AssetFile& file) {
      if (options_.is_text(file.path)) texts.push_back(file);
      return options_.is_text(file.path);
    });
    read(std::move(texts));
    std::sort(tree_.texts.begin(), tree_.texts.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return take();
  }

 private:
  void read(std::vector<AssetFile> texts) {
    std::erase_if(texts, [&](const AssetFile& file) {
      const bool is_too_large = file.size > options_.max_text_bytes;
      if (is_too_large) too_large(file);
      return is_too_large;
    });
    std::vector<Result<DecodedText>> decoded(texts.size(), Result<DecodedText>(DecodedText{}));
    parallel_for(texts.size(), options_.jobs, [&](std::size_t i) {
      Result<std::string> bytes = folder_.read(texts[i].path, options_.max_text_bytes);
      if (bytes) {
        decoded[i] = decode_text(*bytes);
      } else {
        decoded[i] = bytes.error();
      }
    });
    for (std::size_t i = 0; i < texts.size(); ++i) add(texts[i], std::move(decoded[i]));
  }

  SourceTree take() {
    std::sort(tree_.assets.begin(), tree_.assets.end(),
              [](const AssetFile& a, const AssetFile& b) { return a.path < b.path; });
    return std::move(tree_);
  }

  void add(const AssetFile& file, Result<DecodedText> decoded) {
    if (!decoded) {
      if (decoded.error().code == std::errc::file_too_large) return too_large(file);
      report(DiagnosticKind::UnreadableFile, file.path,
             "the file cannot be read: " + decoded.error().reason);
      return;
    }
    const SourceId id = sources_.add(display_path(name_, file.path), std::move(decoded->text));
    tree_.texts.push_back({file.path, id});
    const std::string_view text = sources_.text(id);
    if (decoded->invalid_bytes > 0) {
      diagnostics_.report(DiagnosticKind::InvalidUtf8, character(id, text, decoded->first_invalid),
                          count_of(decoded->invalid_bytes, "byte is", "bytes are") +
                              " not UTF-8, the first one here",
                          "save the file as UTF-8; each is shown as U+FFFD");
    }
    if (decoded->repaired_runs > 0) {
      diagnostics_.report(DiagnosticKind::RepairedEncoding,
                          character(id, text, decoded->first_repair),
                          count_of(decoded->repaired_runs, "place was", "places were") +
                              " saved in a wrong encoding and repaired, the first one here",
                          "the page is shown right; correct the file, and this goes away");
    }
  }

  // A picture that cannot be read now has no size; whoever copies it will say why.
  void measure_images() {
    std::vector<AssetFile*> images;
    for (AssetFile& file : tree_.assets) {
      if (file.size > 0 && has_image_extension(file.path)) images.push_back(&file);
    }
    parallel_for(images.size(), options_.jobs, [&](std::size_t i) {
      const std::string& path = images[i]->path;
      images[i]->image = read_image_size([&](std::uint64_t offset, std::size_t count) {
        Result<std::string> part = folder_.read_part(path, offset, count);
        return part ? std::move(*part) : std::string();
      });
    });
  }

  void too_large(const AssetFile& file) {
    // A large YAML file is data: if it is a specification that pages show, it is read later.
    const bool is_data = extension_of(file.path) == ".yaml" || extension_of(file.path) == ".yml";
    if (is_data && options_.max_text_bytes == kMaxTextBytes) {
      tree_.assets.push_back({file.path, file.size});
      return;
    }
    report(DiagnosticKind::TextTooLarge, file.path,
           "the file is larger than " + std::to_string(options_.max_text_bytes >> 20) +
               " MB, so it is not read as a text",
           "split it; until then it can only be downloaded");
    tree_.assets.push_back({file.path, file.size});
  }

  // About a file whose text we do not have: an empty one stands in, so that the
  // diagnostic has a place.
  void report(DiagnosticKind kind, const std::string& path, std::string message,
              std::string hint = {}) {
    const SourceId id = sources_.add(display_path(name_, path), {});
    diagnostics_.report(kind, {id, 0, 0}, std::move(message), std::move(hint));
  }

  const Folder& folder_;
  const std::string& name_;
  const LoadOptions& options_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  SourceTree tree_;
};

std::optional<FileIdentity> find_identity(FileSystem& files, const std::string& folder) {
  if (folder.empty()) return std::nullopt;
  const Result<std::unique_ptr<Folder>> opened = files.open_folder(folder, Links::Refuse);
  if (!opened) return std::nullopt;
  const Result<FileInfo> info = (*opened)->info("");
  if (!info) return std::nullopt;
  return info->identity;
}

}  // namespace

bool is_book_text(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const std::string extension = to_lower(extension_of(path));
  const bool is_markdown = extension == ".md";
  const bool is_yaml = extension == ".yaml" || extension == ".yml" || name == ".gitbook.yaml";
  if (const std::string_view hidden = from_dot_folder(path); !hidden.empty()) {
    return (is_yaml && is_inside(hidden, ".gitbook")) ||
           (is_markdown && is_inside(hidden, ".gitbook/includes"));
  }
  return is_markdown || is_yaml || name == "book.json" || name == ".bookignore";
}

Result<SourceTree> load(FileSystem& files, const std::string& folder, const LoadOptions& options,
                        Sources& sources, Diagnostics& diagnostics) {
  const Result<std::unique_ptr<Folder>> opened = files.open_folder(folder, Links::Follow);
  if (!opened) return opened.error();
  Result<WalkResult> walked =
      walk(**opened, {find_identity(files, options.output), options.exclude});
  if (!walked) return walked.error();
  return Loader(**opened, folder, options, sources, diagnostics).run(std::move(*walked));
}

Result<Done> load_more(FileSystem& files, const std::string& folder, const LoadOptions& options,
                       SourceTree& tree, Sources& sources, Diagnostics& diagnostics) {
  const auto is_text = [&](const AssetFile& file) { return options.is_text(file.path); };
  if (std::none_of(tree.assets.begin(), tree.assets.end(), is_text)) return Done{};
  const Result<std::unique_ptr<Folder>> opened = files.open_folder(folder, Links::Follow);
  if (!opened) return opened.error();
  tree = Loader(**opened, folder, options, sources, diagnostics).run(std::move(tree));
  return Done{};
}

}  // namespace carnet
