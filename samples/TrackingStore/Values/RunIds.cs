using System.Text.RegularExpressions;

namespace TrackingStore.Values;

/// <summary>Ids of runs.</summary>
internal static partial class RunIds
{
    /// <summary>A new id: 32 lower-case hexadecimal digits, at least one of them a letter.</summary>
    public static string Create()
    {
        // MLflow clients drop ids without a letter from filters.
        string id;
        do id = Guid.NewGuid().ToString("N");
        while (!id.AsSpan().ContainsAnyInRange('a', 'f'));
        return id;
    }

    /// <summary>Whether a run can have the id.</summary>
    public static bool IsValid(string runId) => Form().IsMatch(runId);

    [GeneratedRegex(@"^[a-zA-Z0-9][\w\-]{0,255}\z")]
    private static partial Regex Form();
}
