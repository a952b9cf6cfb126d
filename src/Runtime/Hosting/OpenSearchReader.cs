using DynamoToolkit.Patterns.OpenSearch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using static DynamoToolkit.Hosting.SettingReader;

namespace DynamoToolkit.Hosting;

/// <summary>Reads the options of OpenSearch from configuration. An unknown name is an error.</summary>
internal static class OpenSearchReader
{
    /// <exception cref="OptionsValidationException">The section has an unknown name or an invalid value.</exception>
    public static void Read(IConfiguration configuration, OpenSearchOptions options)
    {
        try
        {
            foreach (var setting in configuration.GetChildren())
            {
                if (!TryReadNames(setting, options) && !TryRead(SingleValue(setting), options))
                    throw Invalid(setting, "is not an option");
            }
        }
        catch (OptionsValidationException exception)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(OpenSearchOptions), exception.Failures);
        }
    }

    private static bool TryReadNames(IConfigurationSection setting, OpenSearchOptions options)
    {
        if (!string.Equals(setting.Key, nameof(OpenSearchOptions.IndexNames), StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var name in SectionOnly(setting).GetChildren())
        {
            options.IndexNames[name.Key] = TextOf(SingleValue(name))
                ?? throw Invalid(name, "needs the index's name");
        }

        return true;
    }

    private static bool TryRead(IConfigurationSection setting, OpenSearchOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "ENABLED": options.Enabled = FlagOf(setting); return true;
            case "ENDPOINT": options.Endpoint = IsUnset(setting) ? null : AddressOf(setting); return true;
            case "SIGNINGSERVICE": options.SigningService = TextOf(setting); return true;
            case "REGION": options.Region = TextOf(setting); return true;
            case "USERNAME": options.UserName = TextOf(setting); return true;
            case "PASSWORD": options.Password = TextOf(setting); return true;
            case "ANALYZER": options.Analyzer = TextOf(setting) ?? options.Analyzer; return true;
            case "SEARCHTIMEOUT": options.SearchTimeout = SpanOf(setting); return true;
            case "WRITETIMEOUT": options.WriteTimeout = SpanOf(setting); return true;
            case "RETRYAFTER": options.RetryAfter = SpanOf(setting); return true;
            case "MAXANSWERBYTES": options.MaxAnswerBytes = NumberOf(setting); return true;
            default: return false;
        }
    }
}
