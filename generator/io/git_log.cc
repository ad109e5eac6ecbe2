#include "io/git_log.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/limits.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

constexpr char kHeaderMark = '\x02';
constexpr char kCoAuthorSeparator = '\x1f';

// A name as it can be shown: valid UTF-8, no control characters, none that turn
// the direction of what follows, and not without end.
std::string clean_name(std::string_view name) {
  std::string clean;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
                            (c >= 0x2066 && c <= 0x2069);
    append_code_point(clean, is_control ? U' ' : c);
  }
  return std::string(trim(prefix_of(trim(clean), kMaxContributorBytes)));
}

// Programs that commit. They are no people to be thanked.
bool is_machine(std::string_view name) {
  return name.ends_with("[bot]") || name == "gitbook-bot" || name == "GitHub Actions";
}

// R100, M, MM: letters, and for what was moved how much of it is the same.
bool is_status(std::string_view token) {
  const std::size_t letters =
      static_cast<std::size_t>(std::find_if(token.begin(), token.end(), is_digit) - token.begin());
  return letters > 0 && token.size() <= 64 &&
         std::all_of(token.begin(), token.begin() + static_cast<std::ptrdiff_t>(letters),
                     [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(token.begin() + static_cast<std::ptrdiff_t>(letters), token.end(), is_digit);
}

// "Ada Lovelace <ada@example.org>"
struct Signature {
  std::string_view name;
  std::string_view mail;
};
Signature split_signature(std::string_view text) {
  const std::size_t open = text.find('<');
  if (open == text.npos) return {trim(text), {}};
  const std::size_t close = text.find('>', open);
  const std::size_t length = close == text.npos ? text.npos : close - open - 1;
  return {trim(text.substr(0, open)), trim(text.substr(open + 1, length))};
}

}  // namespace

GitLog::GitLog(std::vector<std::string> paths, std::unordered_set<std::string> boundary)
    : files_(paths.size()), boundary_(std::move(boundary)) {
  for (std::uint32_t i = 0; i < paths.size(); ++i) names_.emplace(std::move(paths[i]), i);
}

bool GitLog::read(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\0');
    if (end == bytes.npos) {
      token_ += bytes;
      return token_.size() <= kMaxHistoryTokenBytes;
    }
    if (token_.empty()) {
      if (!read_token(bytes.substr(0, end))) return false;
    } else {
      token_ += bytes.substr(0, end);
      const std::string token = std::exchange(token_, {});
      if (!read_token(token)) return false;
    }
    bytes.remove_prefix(end + 1);
  }
  return true;
}

bool GitLog::read_token(std::string_view token) {
  switch (part_) {
    case Part::Status: return read_status(token);
    case Part::Name:
      name_ = token;
      part_ = Part::Mail;
      return true;
    case Part::Mail:
      mail_ = token;
      part_ = Part::CoAuthors;
      return true;
    case Part::CoAuthors:
      co_authors_ = token;
      part_ = Part::Status;
      return true;
    case Part::Path:
      change(token);
      part_ = Part::Status;
      return true;
    case Part::OldPath:
      old_path_ = token;
      part_ = Part::NewPath;
      return true;
    case Part::NewPath:
      move(old_path_, token);
      part_ = Part::Status;
      return true;
  }
  return false;
}

bool GitLog::read_status(std::string_view token) {
  // A line break stands between a commit and its files.
  while (token.starts_with('\n')) token.remove_prefix(1);
  if (token.empty()) return true;
  if (token.front() == kHeaderMark) return read_header(token.substr(1));
  if (!has_commit_ || !is_status(token)) return false;
  status_ = token;
  const bool is_move = status_.size() > 1 && is_digit(status_[1]);
  part_ = is_move ? Part::OldPath : Part::Path;
  return true;
}

// "<hash> <seconds>"
bool GitLog::read_header(std::string_view header) {
  const std::size_t space = header.find(' ');
  if (space == header.npos) return false;
  const std::string id(header.substr(0, space));
  const std::string_view seconds = header.substr(space + 1);
  const auto [end, problem] =
      std::from_chars(seconds.data(), seconds.data() + seconds.size(), time_);
  if (problem != std::errc() || end != seconds.data() + seconds.size()) return false;
  if (!head_) head_ = Commit{id, time_};
  is_at_boundary_ = boundary_.contains(id);
  has_commit_ = true;
  has_authors_ = false;
  part_ = Part::Name;
  return true;
}

const std::vector<std::uint32_t>& GitLog::authors() {
  if (std::exchange(has_authors_, true)) return authors_;
  authors_.clear();
  add_author(name_, mail_);
  if (co_authors_.starts_with("%(")) return authors_;  // A git that does not know of them.
  for (std::string_view text : split(co_authors_, kCoAuthorSeparator)) {
    const auto [name, mail] = split_signature(text);
    if (!name.empty() && authors_.size() <= kMaxCoAuthors) add_author(name, mail);
  }
  return authors_;
}

void GitLog::add_author(std::string_view name, std::string_view mail) {
  const std::uint32_t person = person_of(name, mail);
  const bool is_known = std::find(authors_.begin(), authors_.end(), person) != authors_.end();
  if (person != kNobody && !is_known) authors_.push_back(person);
}

void GitLog::change(std::string_view path) {
  const auto name = names_.find(std::string(path));
  if (name == names_.end()) return;
  File& file = files_[name->second];
  if (status_.find_first_not_of('D') == status_.npos) {
    if (!file.is_settled()) file.is_gone = true;
    return;
  }
  settle(file);
  // Whoever merges does not write. What is new there is the date of the page.
  const bool is_merge = status_.size() > 1;
  if (!is_merge && !is_at_boundary_) contribute(file);
}

void GitLog::move(std::string_view from, std::string_view to) {
  // A file of the book that has this name and came by already is another one, from later.
  const auto left = names_.find(std::string(from));
  if (left != names_.end() && !files_[left->second].is_settled()) {
    files_[left->second].is_gone = true;
  }
  const auto name = names_.find(std::string(to));
  if (name == names_.end()) return;
  const std::uint32_t number = name->second;
  // Nothing that a reader would see has changed with the name.
  if (status_ != "R100" && !is_at_boundary_) {
    settle(files_[number]);
    contribute(files_[number]);
  }
  if (names_.size() < kMaxHistoryNames) names_.insert_or_assign(std::string(from), number);
}

void GitLog::settle(File& file) {
  if (file.is_settled()) return;
  if (is_at_boundary_) {
    file.is_boundary = true;
  } else {
    file.changed = time_;
  }
}

void GitLog::contribute(File& file) {
  if (file.is_gone) return;
  for (std::uint32_t person : authors()) {
    const auto known =
        std::find_if(file.contributions.begin(), file.contributions.end(),
                     [&](const Contribution& candidate) { return candidate.person == person; });
    if (known != file.contributions.end()) {
      ++known->changes;
    } else if (file.contributions.size() < kMaxContributors) {
      file.contributions.push_back({person, 1});
    }
  }
}

std::uint32_t GitLog::person_of(std::string_view name, std::string_view mail) {
  mail = mail.substr(0, kMaxContributorBytes);
  name = name.substr(0, 4 * kMaxContributorBytes);
  std::string key(name);
  key.append(1, '\0').append(mail);
  if (const auto known = person_numbers_.find(key); known != person_numbers_.end()) {
    return known->second;
  }
  if (persons_.size() >= kMaxPersons) return kNobody;
  const auto number = static_cast<std::uint32_t>(persons_.size());
  person_numbers_.emplace(std::move(key), number);
  persons_.push_back({clean_name(name), to_lower(mail)});
  return number;
}

// One person may have written under several names: the address tells, and of the
// names the newest counts. Two addresses with the same name are one person.
std::vector<std::string> GitLog::names_of(const File& file) const {
  std::map<std::string, std::size_t> by_mail;
  std::map<std::string, std::size_t> by_name;
  std::vector<std::pair<std::string, std::uint32_t>> people;
  for (const auto& [number, changes] : file.contributions) {
    const Person& person = persons_[number];
    if (person.name.empty() || is_machine(person.name)) continue;
    const std::string name = fold(person.name);
    std::size_t place = people.size();
    if (const auto same = by_mail.find(person.mail);
        same != by_mail.end() && !person.mail.empty()) {
      place = same->second;
    } else if (const auto known = by_name.find(name); known != by_name.end()) {
      place = known->second;
    }
    if (place == people.size()) people.emplace_back(person.name, 0);
    people[place].second += changes;
    by_mail.emplace(person.mail, place);
    by_name.emplace(name, place);
  }
  std::stable_sort(people.begin(), people.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  names.reserve(people.size());
  for (auto& [name, changes] : people) names.push_back(std::move(name));
  return names;
}

GitLog::Result GitLog::finish() const {
  Result result;
  result.head = head_;
  for (const File& file : files_) {
    std::optional<FileHistory>& history = result.files.emplace_back();
    if (file.is_gone) continue;
    if (file.is_boundary || file.changed) result.holds_files = true;
    if (file.is_boundary) ++result.undated;
    if (!file.changed) continue;
    history = FileHistory{*file.changed, {}};
    // Those before the end of the clone are not known, so neither are all.
    if (boundary_.empty()) history->contributors = names_of(file);
  }
  return result;
}

}  // namespace carnet
