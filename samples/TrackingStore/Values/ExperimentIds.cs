namespace TrackingStore.Values;

/// <summary>Ids of experiments: decimal numbers, because MLflow's clients and tools parse them as such.</summary>
internal static class ExperimentIds
{
    /// <summary>The experiment that is there from the start.</summary>
    public const string Default = "0";

    private const int MaxDigits = 18;

    /// <summary>Whether an experiment can have the id.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= MaxDigits && id.All(char.IsAsciiDigit);
}
