using System.Globalization;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Hosting;

/// <summary>
/// Reads options from configuration. By hand, because the usual binder needs reflection or a generator in the application, and because it
/// passes over a misspelt name in silence.
/// </summary>
internal static class OptionsReader
{
    public static void Read(IConfiguration configuration, DynamoClientOptions options)
    {
        foreach (var setting in configuration.GetChildren())
        {
            if (!TryRead(setting, options))
                throw Invalid(setting, "is no option");
        }
    }

    private static bool TryRead(IConfigurationSection setting, DynamoClientOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "REGION": options.Region = setting.Value; return true;
            case "SERVICEENDPOINT": options.ServiceEndpoint = AddressOf(setting); return true;
            case "TABLENAMEPREFIX": options.TableNamePrefix = setting.Value ?? ""; return true;
            case "TABLENAMES": ReadTableNames(setting, options); return true;
            case "PAGETOKENKEY": options.PageTokenKey = BytesOf(setting); return true;
            case "BATCHATTEMPTS": options.BatchAttempts = NumberOf(setting); return true;
            case "HTTP": ReadHttp(setting, options.Http); return true;
            default: return false;
        }
    }

    private static void ReadTableNames(IConfigurationSection section, DynamoClientOptions options)
    {
        foreach (var name in section.GetChildren())
            options.TableNames[name.Key] = name.Value ?? throw Invalid(name, "needs the table's name");
    }

    private static void ReadHttp(IConfigurationSection section, HttpTransportOptions options)
    {
        foreach (var setting in section.GetChildren())
        {
            if (!TryRead(setting, options))
                throw Invalid(setting, "is no option");
        }
    }

    private static bool TryRead(IConfigurationSection setting, HttpTransportOptions options)
    {
        switch (setting.Key.ToUpperInvariant())
        {
            case "REGION": options.Region = setting.Value; return true;
            case "SERVICEENDPOINT": options.ServiceEndpoint = AddressOf(setting); return true;
            case "PROFILE": options.Profile = setting.Value; return true;
            case "USEFIPS": options.UseFips = FlagOf(setting); return true;
            case "USEDUALSTACK": options.UseDualStack = FlagOf(setting); return true;
            case "MAXATTEMPTS": options.MaxAttempts = NumberOf(setting); return true;
            case "BASEDELAY": options.BaseDelay = SpanOf(setting); return true;
            case "MAXDELAY": options.MaxDelay = SpanOf(setting); return true;
            case "RETRYTOKENS": options.RetryTokens = string.IsNullOrEmpty(setting.Value) ? null : NumberOf(setting); return true;
            case "ATTEMPTTIMEOUT": options.AttemptTimeout = SpanOf(setting); return true;
            case "CONNECTTIMEOUT": options.ConnectTimeout = SpanOf(setting); return true;
            case "POOLEDCONNECTIONLIFETIME": options.PooledConnectionLifetime = SpanOf(setting); return true;
            case "MAXCONNECTIONS": options.MaxConnections = NumberOf(setting); return true;
            case "ACCEPTGZIP": options.AcceptGzip = FlagOf(setting); return true;
            case "USEPROXY": options.UseProxy = FlagOf(setting); return true;
            case "APPLICATIONID": options.ApplicationId = setting.Value; return true;
            default: return false;
        }
    }

    private static bool FlagOf(IConfigurationSection setting) =>
        bool.TryParse(setting.Value, out var flag) ? flag : throw Invalid(setting, "must be true or false");

    private static int NumberOf(IConfigurationSection setting) =>
        int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(setting, "must be a whole number");

    private static TimeSpan SpanOf(IConfigurationSection setting) =>
        TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out var span) ? span : throw Invalid(setting, "must be a time such as 00:00:10");

    private static Uri AddressOf(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var address) ? address : throw Invalid(setting, "must be an address such as http://127.0.0.1:8000");

    private static byte[] BytesOf(IConfigurationSection setting)
    {
        var bytes = new byte[setting.Value?.Length ?? 0];
        return Convert.TryFromBase64String(setting.Value ?? "", bytes, out var length) ? bytes[..length] : throw Invalid(setting, "must be base64");
    }

    /// <summary>The value itself stays out of the message: it may be a secret.</summary>
    private static OptionsValidationException Invalid(IConfigurationSection setting, string problem) =>
        new(Options.DefaultName, typeof(DynamoClientOptions), [$"The setting '{setting.Path}' {problem}."]);
}
