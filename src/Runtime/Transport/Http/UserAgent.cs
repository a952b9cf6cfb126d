using System.Runtime.InteropServices;
using System.Text;

namespace DynamoToolkit.Transport.Http;

/// <summary>The user agent, in the form that the AWS SDKs give theirs.</summary>
internal static class UserAgent
{
    private const int MaxApplicationIdLength = 50;

    public static string Make(string? applicationId)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0";
        var agent = $"DynamoToolkit/{version} ua/2.1 os/{OperatingSystemName()} lang/.NET#{Environment.Version}"
            + $" md/{RuntimeInformation.ProcessArchitecture}";
        var id = applicationId ?? Environment.GetEnvironmentVariable("AWS_SDK_UA_APP_ID");
        return string.IsNullOrEmpty(id) ? agent : $"{agent} app/{Cleaned(id)}";
    }

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsLinux() ? "linux" : "other";

    /// <summary>A character that HTTP does not allow in a token becomes a hyphen, as the SDKs do.</summary>
    private static string Cleaned(string id)
    {
        var cleaned = new StringBuilder(id, 0, Math.Min(id.Length, MaxApplicationIdLength), MaxApplicationIdLength);
        for (var i = 0; i < cleaned.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(cleaned[i]) && !"!#$%&'*+-.^_`|~".Contains(cleaned[i], StringComparison.Ordinal))
                cleaned[i] = '-';
        }

        return cleaned.ToString();
    }
}
