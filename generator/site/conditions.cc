#include "site/conditions.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "blocks/registry.h"
#include "expressions/evaluate.h"
#include "site/expression_place.h"

namespace carnet {
namespace {

// A visitor who claims nothing is no mistake; a name that nobody knows is one.
bool is_mistake(const MissingName& name) {
  const bool is_claim = name.name == "visitor" || name.name.starts_with("visitor.claims");
  return !is_claim &&
         (name.name.find('.') == std::string::npos || name.name.starts_with("visitor."));
}

class Conditions {
 public:
  Conditions(Document& document, Config::Conditions conditions, const ExpressionValue& names,
             ExpressionDialect dialect, const Sources& sources, Diagnostics& diagnostics)
      : document_(document),
        dialect_(dialect),
        shows_all_(conditions == Config::Conditions::ShowAll),
        names_(names),
        sources_(sources),
        diagnostics_(diagnostics) {}

  void apply_below(Node& node) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->is_block_of(kIf)) {
        next = replace(*child);
      } else {
        apply_below(*child);
      }
      child = next;
    }
  }

 private:
  // Puts the branches that are shown before `block`, and takes it out. Returns the
  // first node that took its place.
  Node* replace(Node& block) {
    Node* before = block.previous;
    Node* parent = block.parent;
    const Node* branch = &block;
    Choice choice = choose(block, Choice::Next);
    while (Node* child = block.first_child) {
      unlink(*child);
      if (child->is_block_of(kBranch)) {
        branch = child;
        choice = choose(*child, choice);
        continue;
      }
      if (choice == Choice::Shown) {
        insert_before(block, *child);
      } else if (reported_ != branch) {
        report_hidden(*branch, choice);
      }
    }
    unlink(block);
    return before != nullptr ? before->next : parent->first_child;
  }

  enum class Choice {
    Next,   // None was shown yet, and this one is not: a later branch may be.
    Shown,  //
    Past,   // Another one was shown.
  };

  Choice choose(const Node& branch, Choice before) {
    if (shows_all_) return Choice::Shown;
    if (before != Choice::Next) return Choice::Past;
    const Attribute* condition = find_attribute(branch, "condition");
    if (condition == nullptr) return Choice::Shown;  // `else`, or an `if` that lacks it.
    return is_true(branch, *condition) ? Choice::Shown : Choice::Next;
  }

  // What cannot be understood is shown, rather than lost.
  bool is_true(const Node& branch, const Attribute& condition) {
    const Evaluation result = evaluate(condition.value, names_, dialect_);
    const Span where = document_.span(branch, condition.value_begin, condition.value_end);
    const ExpressionPlace place(where, sources_.text(where));
    if (result.error) {
      diagnostics_.report(DiagnosticKind::InvalidExpression,
                          place.span(result.error->begin, result.error->end), result.error->message,
                          result.error->hint);
      return true;
    }
    for (const MissingName& name : result.missing) {
      if (is_mistake(name)) report_undefined(name, place, diagnostics_);
    }
    return result.value.is_true();
  }

  void report_hidden(const Node& branch, Choice choice) {
    reported_ = &branch;
    const std::string_view condition = attribute_value(branch, "condition");
    const std::string reason = choice == Choice::Past ? std::string("another branch is shown")
                                                      : fmt::format("`{}` is not true", condition);
    diagnostics_.report(DiagnosticKind::HiddenCondition, document_.span(branch),
                        fmt::format("this part is left out: {}", reason),
                        "`claims` in `carnet.yaml` says what is shown");
  }

  Document& document_;
  ExpressionDialect dialect_;
  bool shows_all_;
  const ExpressionValue& names_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  const Node* reported_ = nullptr;  // The last branch that was.
};

}  // namespace

void apply_conditions(Document& document, Config::Conditions conditions,
                      const ExpressionValue& names, ExpressionDialect dialect,
                      const Sources& sources, Diagnostics& diagnostics) {
  Conditions(document, conditions, names, dialect, sources, diagnostics)
      .apply_below(document.root());
}

bool is_shown(const FrontMatter& front_matter, Config::Conditions conditions,
              const ExpressionValue& names, Diagnostics& diagnostics) {
  const YamlNode* condition = front_matter.find("if");
  if (condition == nullptr || condition->kind == YamlNode::Kind::Null ||
      conditions == Config::Conditions::ShowAll) {
    return true;
  }
  const auto text = condition->as_text();
  if (!text) {
    diagnostics.report(DiagnosticKind::InvalidFrontMatter, condition->span,
                       fmt::format("`if` is {}, not an expression", describe(*condition)));
    return true;
  }
  const Evaluation result = evaluate(*text, names);
  const ExpressionPlace place(condition->span, {});
  if (result.error) {
    diagnostics.report(DiagnosticKind::InvalidExpression, condition->span, result.error->message,
                       result.error->hint);
    return true;
  }
  for (const MissingName& name : result.missing) {
    if (is_mistake(name)) report_undefined(name, place, diagnostics);
  }
  if (result.value.is_true()) return true;
  diagnostics.report(DiagnosticKind::HiddenCondition, condition->span,
                     fmt::format("this page is left out: `{}` is not true", *text),
                     "`claims` in `carnet.yaml` says what is shown");
  return false;
}

}  // namespace carnet
