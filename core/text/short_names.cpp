#include "text/short_names.h"

#include <algorithm>
#include <iterator>

namespace parvis::text {

namespace {

struct ShortName {
    std::string_view name;
    const char *emoji;
};

// Sorted by name. Names that equal Unicode's, with '_' for blanks, are not repeated here.
constexpr ShortName shortNames[] = {
    {"+1", "👍"}, {"-1", "👎"}, {"100", "💯"}, {"angel", "👼"}, {"anger", "💢"}, {"angry", "😠"}, {"anguished", "😧"},
    {"apple", "🍎"}, {"arrow_down", "⬇️"}, {"arrow_left", "⬅️"}, {"arrow_right", "➡️"}, {"arrow_up", "⬆️"},
    {"arrow_upper_right", "↗️"}, {"arrows_counterclockwise", "🔄"}, {"art", "🎨"}, {"astonished", "😲"},
    {"back", "🔙"}, {"ballot_box_with_check", "☑️"}, {"bangbang", "‼️"}, {"bee", "🐝"}, {"beer", "🍺"},
    {"beers", "🍻"}, {"bike", "🚲"}, {"birthday", "🎂"}, {"blush", "😊"}, {"book", "📖"}, {"boom", "💥"},
    {"bow", "🙇"}, {"bricks", "🧱"}, {"bulb", "💡"}, {"cake", "🍰"}, {"calendar", "📆"}, {"car", "🚗"}, {"cat", "🐱"},
    {"champagne", "🍾"}, {"chart_with_downwards_trend", "📉"}, {"chart_with_upwards_trend", "📈"},
    {"checkered_flag", "🏁"}, {"clap", "👏"}, {"cn", "🇨🇳"}, {"cocktail", "🍸"}, {"coffee", "☕"},
    {"cold_sweat", "😰"}, {"computer", "💻"}, {"confounded", "😖"}, {"confused", "😕"}, {"cool", "🆒"}, {"cop", "👮"},
    {"couple", "👫"}, {"cry", "😢"}, {"dancer", "💃"}, {"dart", "🎯"}, {"dash", "💨"}, {"date", "📅"}, {"de", "🇩🇪"},
    {"disappointed", "😞"}, {"dizzy_face", "😵"}, {"dog", "🐶"}, {"dollar", "💵"}, {"e-mail", "📧"},
    {"earth_africa", "🌍"}, {"earth_americas", "🌎"}, {"earth_asia", "🌏"}, {"eight", "8️⃣"}, {"email", "✉️"},
    {"es", "🇪🇸"}, {"euro", "💶"}, {"exclamation", "❗"}, {"expressionless", "😑"}, {"face_palm", "🤦"},
    {"face_with_cowboy_hat", "🤠"}, {"facepalm", "🤦"}, {"facepunch", "👊"}, {"fearful", "😨"},
    {"female-technologist", "👩‍💻"}, {"first_place_medal", "🥇"}, {"fist", "✊"}, {"five", "5️⃣"},
    {"flushed", "😳"}, {"four", "4️⃣"}, {"fr", "🇫🇷"}, {"free", "🆓"}, {"frowning", "😦"}, {"fuelpump", "⛽"},
    {"gb", "🇬🇧"}, {"gem", "💎"}, {"gift", "🎁"}, {"grey_question", "❔"}, {"grimacing", "😬"}, {"grin", "😁"},
    {"grinning", "😀"}, {"hand", "✋"}, {"hankey", "💩"}, {"hash", "#️⃣"}, {"headphones", "🎧"},
    {"hear_no_evil", "🙉"}, {"heart", "❤️"}, {"heart_eyes", "😍"}, {"heart_eyes_cat", "😻"}, {"heartbeat", "💓"},
    {"heartpulse", "💗"}, {"hearts", "♥️"}, {"heavy_check_mark", "✔️"}, {"heavy_exclamation_mark", "❗"},
    {"heavy_heart_exclamation_mark_ornament", "❣️"}, {"heavy_minus_sign", "➖"},
    {"heavy_multiplication_x", "✖️"}, {"heavy_plus_sign", "➕"}, {"high_brightness", "🔆"}, {"hourglass", "⌛"},
    {"hourglass_flowing_sand", "⏳"}, {"hugging_face", "🤗"}, {"hushed", "😯"}, {"i_love_you_hand_sign", "🤟"},
    {"idea", "💡"}, {"imp", "👿"}, {"information_desk_person", "💁"}, {"information_source", "ℹ️"},
    {"innocent", "😇"}, {"interrobang", "⁉️"}, {"iphone", "📱"}, {"it", "🇮🇹"}, {"japanese_ogre", "👹"},
    {"jigsaw", "🧩"}, {"joy", "😂"}, {"joy_cat", "😹"}, {"jp", "🇯🇵"}, {"keycap_ten", "🔟"}, {"kiss", "💋"},
    {"kissing", "😗"}, {"kissing_heart", "😘"}, {"knife_fork_plate", "🍽️"}, {"kr", "🇰🇷"},
    {"large_blue_circle", "🔵"}, {"large_blue_square", "🟦"}, {"large_green_circle", "🟢"},
    {"large_green_square", "🟩"}, {"large_orange_circle", "🟠"}, {"large_purple_circle", "🟣"},
    {"large_red_square", "🟥"}, {"large_yellow_circle", "🟡"}, {"laughing", "😆"}, {"left-facing_fist", "🤛"},
    {"lips", "👄"}, {"lock", "🔒"}, {"low_brightness", "🔅"}, {"mag", "🔍"}, {"mag_right", "🔎"}, {"mailbox", "📫"},
    {"male-technologist", "👨‍💻"}, {"man-bowing", "🙇‍♂️"}, {"man-facepalming", "🤦‍♂️"},
    {"man-raising-hand", "🙋‍♂️"}, {"man-shrugging", "🤷‍♂️"}, {"mask", "😷"}, {"mate_drink", "🧉"}, {"medal", "🏅"},
    {"mega", "📣"}, {"metal", "🤘"}, {"moneybag", "💰"}, {"moon", "🌔"}, {"mortar_board", "🎓"}, {"mouse", "🐭"},
    {"muscle", "💪"}, {"nail_care", "💅"}, {"new", "🆕"}, {"nine", "9️⃣"}, {"no_bell", "🔕"},
    {"no_entry_sign", "🚫"}, {"no_good", "🙅"}, {"no_mouth", "😶"}, {"notes", "🎶"}, {"ocean", "🌊"},
    {"octagonal_sign", "🛑"}, {"office", "🏢"}, {"ok", "🆗"}, {"ok_person", "🙆"}, {"ok_woman", "🙆"},
    {"one", "1️⃣"}, {"open_mouth", "😮"}, {"panda_face", "🐼"}, {"partly_sunny", "⛅"}, {"pencil", "📝"},
    {"pencil2", "✏️"}, {"pensive", "😔"}, {"persevere", "😣"}, {"phone", "☎️"}, {"point_down", "👇"},
    {"point_left", "👈"}, {"point_right", "👉"}, {"point_up", "☝️"}, {"point_up_2", "👆"}, {"poop", "💩"},
    {"pray", "🙏"}, {"punch", "👊"}, {"question", "❓"}, {"rabbit", "🐰"}, {"rage", "😡"}, {"rainbow-flag", "🏳️‍🌈"},
    {"raised_hand_with_fingers_splayed", "🖐️"}, {"raised_hands", "🙌"}, {"raising_hand", "🙋"}, {"recycle", "♻️"},
    {"red_car", "🚗"}, {"relaxed", "☺️"}, {"relieved", "😌"}, {"repeat", "🔁"}, {"right-facing_fist", "🤜"},
    {"robot_face", "🤖"}, {"rofl", "🤣"}, {"ru", "🇷🇺"}, {"runner", "🏃"}, {"running", "🏃"}, {"salute", "🫡"},
    {"santa", "🎅"}, {"satisfied", "😆"}, {"scales", "⚖️"}, {"scream", "😱"}, {"scream_cat", "🙀"},
    {"second_place_medal", "🥈"}, {"see_no_evil", "🙈"}, {"seven", "7️⃣"}, {"shrug", "🤷"}, {"six", "6️⃣"},
    {"sleeping", "😴"}, {"sleepy", "😪"}, {"smile", "😄"}, {"smiley", "😃"}, {"smiley_cat", "😺"},
    {"smiling_face_with_3_hearts", "🥰"}, {"smiling_imp", "😈"}, {"smirk", "😏"}, {"snowman", "⛄"}, {"sob", "😭"},
    {"soccer", "⚽"}, {"soon", "🔜"}, {"sos", "🆘"}, {"space_invader", "👾"}, {"speak_no_evil", "🙊"},
    {"spiral_calendar_pad", "🗓️"}, {"spock-hand", "🖖"}, {"star-struck", "🤩"}, {"star2", "🌟"},
    {"stuck_out_tongue", "😛"}, {"stuck_out_tongue_winking_eye", "😜"}, {"sunglasses", "😎"}, {"sunny", "☀️"},
    {"sweat", "😓"}, {"sweat_drops", "💦"}, {"sweat_smile", "😅"}, {"tada", "🎉"}, {"tea", "🍵"}, {"the_horns", "🤘"},
    {"thinking", "🤔"}, {"third_place_medal", "🥉"}, {"three", "3️⃣"}, {"thumbsdown", "👎"}, {"thumbsup", "👍"},
    {"tm", "™️"}, {"top", "🔝"}, {"tophat", "🎩"}, {"traffic_light", "🚥"}, {"train", "🚋"},
    {"triangular_flag_on_post", "🚩"}, {"trident", "🔱"}, {"triumph", "😤"}, {"tv", "📺"}, {"two", "2️⃣"},
    {"uk", "🇬🇧"}, {"umbrella", "☔"}, {"unamused", "😒"}, {"unicorn_face", "🦄"}, {"unlock", "🔓"}, {"up", "🆙"},
    {"us", "🇺🇸"}, {"v", "✌️"}, {"walking", "🚶"}, {"wave", "👋"}, {"weary", "😩"}, {"whale", "🐳"},
    {"white_check_mark", "✅"}, {"white_frowning_face", "☹️"}, {"wink", "😉"}, {"woman-bowing", "🙇‍♀️"},
    {"woman-facepalming", "🤦‍♀️"}, {"woman-raising-hand", "🙋‍♀️"}, {"woman-shrugging", "🤷‍♀️"},
    {"worried", "😟"}, {"x", "❌"}, {"yum", "😋"}, {"zap", "⚡"}, {"zero", "0️⃣"},
};

constexpr bool byName(const ShortName &left, const ShortName &right)
{
    return left.name < right.name;
}

static_assert(std::is_sorted(std::begin(shortNames), std::end(shortNames), byName));

} // namespace

const char *emojiOfShortName(std::string_view name)
{
    const auto found = std::lower_bound(std::begin(shortNames), std::end(shortNames), ShortName{name, nullptr}, byName);
    return found != std::end(shortNames) && found->name == name ? found->emoji : nullptr;
}

std::vector<std::pair<std::string_view, const char *>> shortNamesBeginning(std::string_view beginning)
{
    std::vector<std::pair<std::string_view, const char *>> names;
    auto each = std::lower_bound(std::begin(shortNames), std::end(shortNames), ShortName{beginning, nullptr}, byName);
    for (; each != std::end(shortNames) && each->name.substr(0, beginning.size()) == beginning; ++each)
        names.emplace_back(each->name, each->emoji);
    return names;
}

} // namespace parvis::text
