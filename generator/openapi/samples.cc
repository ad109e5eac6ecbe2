#include "openapi/samples.h"

#include <algorithm>

#include "base/text.h"
#include "openapi/samples/languages.h"

namespace carnet::openapi {

std::vector<CodeSample> samples_of(const Specification& specification, const Operation& operation) {
  std::vector<CodeSample> samples;
  if (operation.hides_sample) return samples;
  samples = operation.code_samples;
  // Requests that the API makes itself are not ours to write.
  const auto& operations = specification.operations;
  const bool is_called = std::any_of(operations.begin(), operations.end(),
                                     [&](const Operation& other) { return &other == &operation; });
  if (!is_called) return samples;
  struct Writer {
    const char* language;
    const char* label;
    std::string (*write)(const SampleRequest&);
  };
  constexpr Writer kWriters[] = {{"bash", "cURL", write_curl},
                                 {"javascript", "JavaScript", write_javascript},
                                 {"python", "Python", write_python},
                                 {"java", "Java", write_java}};
  const SampleRequest request = make_request(specification, operation);
  for (const Writer& writer : kWriters) {
    const bool is_given =
        std::any_of(samples.begin(), samples.end(), [&](const CodeSample& sample) {
          return sample.language == writer.language ||
                 equals_ignoring_case(sample.label, writer.label);
        });
    if (!is_given) samples.push_back({writer.language, writer.label, writer.write(request)});
  }
  return samples;
}

}  // namespace carnet::openapi
