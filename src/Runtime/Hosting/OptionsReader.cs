using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using static DynamoToolkit.Hosting.SettingReader;

namespace DynamoToolkit.Hosting;

/// <summary>
/// Reads options from configuration. The usual binder is not used: it needs reflection or a generator in the application, and it silently
/// ignores a misspelt name.
/// </summary>
internal static class OptionsReader
{
    /// <summary>The retention of items that are kept for ever. As a time it would be less than zero.</summary>
    private const string ForEver = "forever";

    /// <summary>Reads the options of one client.</summary>
    /// <param name="name">The options' name.</param>
    /// <param name="configuration">The section.</param>
    /// <param name="options">What it sets.</param>
    public static void Read(string name, IConfiguration configuration, DynamoClientOptions options)
    {
        try
        {
            Read(configuration, options);
        }
        catch (OptionsValidationException exception) when (exception.OptionsName != name)
        {
            throw new OptionsValidationException(name, exception.OptionsType, exception.Failures);
        }
    }

    private static void Read(IConfiguration configuration, DynamoClientOptions options)
    {
        foreach (var setting in configuration.GetChildren())
        {
            if (!TryReadSection(setting, options) && !TryRead(SingleValue(setting), options))
                throw Invalid(setting, "is not an option");
        }
    }

    private static bool TryReadSection(IConfigurationSection setting, DynamoClientOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "TABLENAMES": ReadTableNames(SectionOnly(setting), options); return true;
            case "RETENTION": ReadRetention(SectionOnly(setting), options); return true;
            case "HTTP": ReadHttp(SectionOnly(setting), options.Http); return true;
            default: return false;
        }
    }

    private static bool TryRead(IConfigurationSection setting, DynamoClientOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "REGION": options.Region = TextOf(setting); return true;
            case "SERVICEENDPOINT": options.ServiceEndpoint = IsUnset(setting) ? null : AddressOf(setting); return true;
            case "TABLENAMEPREFIX": options.TableNamePrefix = setting.Value ?? ""; return true;
            case "PAGETOKENKEY": options.PageTokenKey = KeyOf(setting); return true;
            case "MAXCONFLICTRETRIES": options.MaxConflictRetries = NumberOf(setting); return true;
            case "ENABLETELEMETRY": options.EnableTelemetry = FlagOf(setting); return true;
            case "BATCHATTEMPTS": options.BatchAttempts = NumberOf(setting); return true;
            default: return false;
        }
    }

    private static void ReadTableNames(IConfigurationSection section, DynamoClientOptions options)
    {
        foreach (var name in section.GetChildren())
            options.TableNames[name.Key] = TextOf(SingleValue(name)) ?? throw Invalid(name, "needs the table's name");
    }

    private static void ReadRetention(IConfigurationSection section, DynamoClientOptions options)
    {
        foreach (var policy in section.GetChildren())
        {
            var isForEver = string.Equals(SingleValue(policy).Value, ForEver, StringComparison.OrdinalIgnoreCase);
            var duration = isForEver ? Timeout.InfiniteTimeSpan : SpanOf(policy, $", or be '{ForEver}'");
            options.Retention[policy.Key] = isForEver || duration > TimeSpan.Zero
                ? duration
                : throw Invalid(policy, $"must be a positive duration, or be '{ForEver}'");
        }
    }

    private static void ReadHttp(IConfigurationSection section, HttpTransportOptions options)
    {
        foreach (var setting in section.GetChildren())
        {
            if (!TryRead(SingleValue(setting), options))
                throw Invalid(setting, "is not an option");
        }
    }

    private static bool TryRead(IConfigurationSection setting, HttpTransportOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "REGION": options.Region = TextOf(setting); return true;
            case "SERVICEENDPOINT": options.ServiceEndpoint = IsUnset(setting) ? null : AddressOf(setting); return true;
            case "STREAMSENDPOINT": options.StreamsEndpoint = IsUnset(setting) ? null : AddressOf(setting); return true;
            case "PROFILE": options.Profile = TextOf(setting); return true;
            case "USEFIPS": options.UseFips = IsUnset(setting) ? null : FlagOf(setting); return true;
            case "USEDUALSTACK": options.UseDualStack = IsUnset(setting) ? null : FlagOf(setting); return true;
            case "MAXATTEMPTS": options.MaxAttempts = NumberOf(setting); return true;
            case "BASEDELAY": options.BaseDelay = SpanOf(setting); return true;
            case "MAXDELAY": options.MaxDelay = SpanOf(setting); return true;
            case "RETRYTOKENS": options.RetryTokens = IsUnset(setting) ? null : NumberOf(setting); return true;
            case "ATTEMPTTIMEOUT": options.AttemptTimeout = SpanOf(setting); return true;
            case "CONNECTTIMEOUT": options.ConnectTimeout = SpanOf(setting); return true;
            case "POOLEDCONNECTIONLIFETIME": options.PooledConnectionLifetime = SpanOf(setting); return true;
            case "MAXCONNECTIONS": options.MaxConnections = IsUnset(setting) ? null : NumberOf(setting); return true;
            case "ACCEPTGZIP": options.AcceptGzip = FlagOf(setting); return true;
            case "USEPROXY": options.UseProxy = FlagOf(setting); return true;
            case "APPLICATIONID": options.ApplicationId = TextOf(setting); return true;
            default: return false;
        }
    }

    /// <summary>An empty key is an error and does not mean "no key": whoever sets one wants signatures.</summary>
    private static byte[]? KeyOf(IConfigurationSection setting)
    {
        if (setting.Value is not { } text)
            return null;

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= DynamoClientOptions.MinPageTokenKeyLength
            ? bytes[..length]
            : throw Invalid(setting, $"must be base64 of at least {DynamoClientOptions.MinPageTokenKeyLength} bytes");
    }
}
