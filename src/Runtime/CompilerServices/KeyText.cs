using System.Runtime.CompilerServices;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// The text of key templates. Each part has one form. So keys cannot collide, they sort like their values, and they can be parsed: see
/// <see cref="KeyTextBuilder"/> and <see cref="KeyTextParser"/>.
/// </summary>
public static class KeyText
{
    /// <summary>
    /// The text of a template: <c>KeyText.Of($"RUN#{runId}#{step}")</c>. Literal text stays unchanged, and each part takes its key form.
    /// </summary>
    /// <param name="text">The template.</param>
    public static string Of(ref KeyTextBuilder text) => text.ToStringAndClear();

    /// <summary>The key value of a template with one part: <c>KeyText.Value("RUN#", runId)</c> is <c>RUN#{RunId}</c>.</summary>
    /// <typeparam name="T">The part's type: one that <see cref="KeyTextBuilder"/> accepts.</typeparam>
    /// <param name="prefix">The text before the part.</param>
    /// <param name="part">The part.</param>
    /// <param name="suffix">The text after it.</param>
    /// <param name="name">What names the part in errors; the compiler passes the argument's expression.</param>
    /// <exception cref="ArgumentNullException">The part is null.</exception>
    public static KeyValue Value<T>(string prefix, T part, string suffix = "", [CallerArgumentExpression(nameof(part))] string? name = null)
    {
        if (part is null)
            throw new ArgumentNullException(name);

        var text = new KeyTextBuilder(prefix.Length + suffix.Length, 1);
        text.AppendLiteral(prefix);
        text.AppendPart(part);
        text.AppendLiteral(suffix);
        return KeyValue.Of(text.ToStringAndClear());
    }

    /// <summary>The key value of a template: <c>KeyText.Value($"RUN#{runId}#{step}")</c>.</summary>
    /// <param name="text">The template.</param>
    public static KeyValue Value(ref KeyTextBuilder text) => KeyValue.Of(text.ToStringAndClear());
}
