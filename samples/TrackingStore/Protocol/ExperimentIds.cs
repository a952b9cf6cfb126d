namespace TrackingStore.Protocol;

/// <summary>Ids of experiments: decimal numbers, because MLflow's clients and tools take them for such.</summary>
internal static class ExperimentIds
{
    private const int MostDigits = 18;

    /// <summary>Whether an experiment can have the id.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= MostDigits && id.All(char.IsAsciiDigit);
}
