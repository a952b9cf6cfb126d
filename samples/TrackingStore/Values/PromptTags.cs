namespace TrackingStore.Values;

/// <summary>MLflow keeps prompts among the registered models, and tells them apart by a tag.</summary>
internal static class PromptTags
{
    /// <summary>The tag that prompts and their versions have.</summary>
    public const string IsPrompt = "mlflow.prompt.is_prompt";

    /// <summary>Whether the value of the tag is that of a prompt.</summary>
    public static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
