namespace DynamoToolkit.CompilerServices;

/// <summary>
/// The text of key templates. Each part has one form, so that keys cannot collide, sort as their values compare, and can be parsed back:
/// see <see cref="KeyTextBuilder"/> and <see cref="KeyTextParser"/>.
/// </summary>
public static class KeyText
{
    /// <summary>The text of a template: <c>KeyText.Of($"RUN#{runId}#{step}")</c>. Literal text stands as it is; each part takes its key form.</summary>
    /// <param name="text">The template.</param>
    public static string Of(ref KeyTextBuilder text) => text.ToStringAndClear();

    /// <summary>The key value of a template: <c>KeyText.Value($"RUN#{runId}#{step}")</c>.</summary>
    /// <param name="text">The template.</param>
    public static KeyValue Value(ref KeyTextBuilder text) => KeyValue.Of(text.ToStringAndClear());
}
