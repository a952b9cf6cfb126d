using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MetricCatalogue.Text;

namespace MetricCatalogue.Commands;

/// <summary>Options and arguments whose mistakes are explained in one line.</summary>
internal static class Values
{
    /// <summary>An option that takes a member of an enum.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = $"{description} {EnumText.All<T>()}.",
            HelpName = "WORD",
            CustomParser = argument => EnumText.Find<T>(Text(argument))
                ?? Refuse<T?>(argument, $"'{Text(argument)}' does not fit: {name} takes {EnumText.All<T>()}."),
        };

    /// <summary>An option that takes names, with commas between them.</summary>
    public static Option<HashSet<string>?> List(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME,NAME",
        CustomParser = argument => [.. Text(argument).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
    };

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = argument =>
            DateOnly.TryParseExact(Text(argument), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : Refuse<DateOnly?>(argument, $"'{Text(argument)}' is not a day: {name} takes one such as 2026-11-29."),
    };

    /// <summary>An option that takes a number.</summary>
    public static Option<decimal?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = argument => decimal.TryParse(Text(argument), CultureInfo.InvariantCulture, out var number)
            ? number
            : Refuse<decimal?>(argument, $"'{Text(argument)}' is not a number: {name} takes one such as 99.9."),
    };

    /// <summary>An option that takes the number of a version.</summary>
    public static Option<int?> Version(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = argument => VersionOf(argument),
    };

    /// <summary>The argument with the number of a version.</summary>
    public static Argument<int> Version() => new("VERSION")
    {
        Description = "The number of the version.",
        CustomParser = static argument => VersionOf(argument) ?? 0,
    };

    /// <summary>The argument with the name of a metric.</summary>
    public static Argument<string> Metric() => new("NAME") { Description = "The name of the metric." };

    /// <summary>The option with the name of the author.</summary>
    public static Option<string> Author() => new("--by")
    {
        Description = "Who does it.",
        HelpName = "USER",
        DefaultValueFactory = static _ => Environment.UserName,
    };

    /// <summary>The option with the version that the user saw.</summary>
    public static Option<int?> SeenVersion() =>
        Version("--if-version", "Only if this is still the latest version. Without it, the change applies to whichever is.");

    private static int? VersionOf(ArgumentResult argument) =>
        int.TryParse(Text(argument), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : Refuse<int?>(argument, $"'{Text(argument)}' is not a version: versions are numbers from 1 on.");

    private static string Text(ArgumentResult argument) => argument.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult argument, string why)
    {
        argument.AddError(why);
        return default;
    }
}
