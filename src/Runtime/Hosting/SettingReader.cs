using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Hosting;

/// <summary>Reads single settings of a configuration, and names those that are invalid.</summary>
internal static class SettingReader
{
    /// <summary>A section that has no value itself.</summary>
    public static IConfigurationSection SectionOnly(IConfigurationSection setting) =>
        IsUnset(setting) ? setting : throw Invalid(setting, $"is a section, as in '{setting.Path}:Name', and has no value itself");

    /// <summary>A setting that is not a section.</summary>
    public static IConfigurationSection SingleValue(IConfigurationSection setting) =>
        setting.GetChildren().FirstOrDefault() is { } part ? throw Invalid(part, "is not an option") : setting;

    /// <summary>An empty value sets a nullable option to null, because environment variables cannot express null otherwise.</summary>
    public static bool IsUnset(IConfigurationSection setting) => string.IsNullOrEmpty(setting.Value);

    public static string? TextOf(IConfigurationSection setting) => IsUnset(setting) ? null : setting.Value;

    public static bool FlagOf(IConfigurationSection setting) =>
        bool.TryParse(setting.Value, out var flag) ? flag : throw Invalid(setting, "must be true or false");

    public static int NumberOf(IConfigurationSection setting) =>
        int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(setting, "must be a whole number");

    /// <summary>
    /// Rejects what <see cref="TimeSpan.TryParse(string?, out TimeSpan)"/> would read as days: a number alone, and the hours of 24:00:00.
    /// Nobody means days when setting a timeout.
    /// </summary>
    /// <param name="setting">The setting.</param>
    /// <param name="alternative">What the error says that the setting may be instead.</param>
    public static TimeSpan SpanOf(IConfigurationSection setting, string alternative = "") =>
        setting.Value?.Contains(':', StringComparison.Ordinal) == true
            && TimeSpan.TryParseExact(setting.Value, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw Invalid(
                setting,
                "must be a time in hours (up to 23), minutes and seconds, such as 00:00:10, with whole days before them, as in 1.00:00:00"
                    + alternative);

    public static Uri AddressOf(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var address)
            ? address
            : throw Invalid(setting, "must be an address such as http://127.0.0.1:8000");

    /// <summary>The message does not contain the value, which may be a secret.</summary>
    public static OptionsValidationException Invalid(IConfigurationSection setting, string problem) =>
        new(Options.DefaultName, typeof(DynamoClientOptions), [$"The setting '{setting.Path}' {problem}."]);
}
