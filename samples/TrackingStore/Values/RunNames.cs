namespace TrackingStore.Values;

/// <summary>Names of runs.</summary>
internal static class RunNames
{
    /// <summary>The tag that holds the name; name and tag are always the same.</summary>
    public const string Tag = "mlflow.runName";

    private static readonly string[] Adjectives =
    [
        "amber", "bold", "brisk", "calm", "clever", "crisp", "eager", "fluent", "gentle", "glad", "golden", "keen",
        "lively", "lucid", "merry", "mellow", "nimble", "patient", "proud", "quiet", "rapid", "silent", "sober",
        "steady", "sunny", "swift", "tidy", "vivid", "warm", "wise",
    ];

    private static readonly string[] Animals =
    [
        "badger", "beaver", "bison", "crane", "deer", "dolphin", "eagle", "falcon", "ferret", "finch", "fox", "gull",
        "hare", "heron", "ibex", "jay", "lark", "lynx", "marten", "mole", "newt", "otter", "owl", "puffin", "raven",
        "robin", "seal", "stork", "swan", "tern",
    ];

    /// <summary>A pleasant name for a run that is given none, such as <c>bold-owl-7</c>.</summary>
    public static string Invent() => $"{Pick(Adjectives)}-{Pick(Animals)}-{Random.Shared.Next(1000)}";

    private static string Pick(string[] words) => words[Random.Shared.Next(words.Length)];
}
