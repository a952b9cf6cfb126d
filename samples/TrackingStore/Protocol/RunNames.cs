using TrackingStore.Protocol.Messages;

namespace TrackingStore.Protocol;

/// <summary>The name of a new run: what the client gives, or a pleasant one.</summary>
internal static class RunNames
{
    /// <summary>The tag that holds the name; name and tag are always the same.</summary>
    public const string Tag = "mlflow.runName";

    private static readonly string[] Adjectives =
    [
        "amber", "bold", "brisk", "calm", "clever", "crisp", "eager", "fluent", "gentle", "glad", "golden", "keen", "lively", "lucid", "merry", "mellow",
        "nimble", "patient", "proud", "quiet", "rapid", "silent", "sober", "steady", "sunny", "swift", "tidy", "vivid", "warm", "wise",
    ];

    private static readonly string[] Animals =
    [
        "badger", "beaver", "bison", "crane", "deer", "dolphin", "eagle", "falcon", "ferret", "finch", "fox", "gull", "hare", "heron", "ibex", "jay",
        "lark", "lynx", "marten", "mole", "newt", "otter", "owl", "puffin", "raven", "robin", "seal", "stork", "swan", "tern",
    ];

    /// <summary>Chooses the name of a new run and puts it among its tags.</summary>
    public static string Choose(string? name, IReadOnlyList<NamedValue> given, out IReadOnlyList<NamedValue> tags)
    {
        var tagged = given.LastOrDefault(t => t.Key == Tag)?.Value;
        if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(tagged) && name != tagged)
        {
            throw MlflowException.Invalid(
                "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values " +
                $"(run_name='{name}', mlflow.runName='{tagged}').");
        }

        var chosen = !string.IsNullOrEmpty(name) ? Limits.Truncate(name, Limits.RunTagValue) : !string.IsNullOrEmpty(tagged) ? tagged : Random();
        tags = [.. given.Where(t => t.Key != Tag), new NamedValue(Tag, chosen)];
        return chosen;
    }

    private static string Random() =>
        $"{Adjectives[System.Random.Shared.Next(Adjectives.Length)]}-{Animals[System.Random.Shared.Next(Animals.Length)]}-{System.Random.Shared.Next(1000)}";
}
