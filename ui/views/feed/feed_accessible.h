#pragma once

namespace parvis::ui {

// Lets screen readers see a FeedView as a list whose items read like sentences and can be opened.
void installFeedAccessibility();

} // namespace parvis::ui
