using System.ComponentModel;

namespace DynamoToolkit.CompilerServices;

/// <summary>The form of a key whose template has one part: <c>METRIC#{Name}</c>. Only generated code calls it.</summary>
/// <typeparam name="T">The part's type.</typeparam>
/// <param name="prefix">The text before the part.</param>
/// <param name="suffix">The text after it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TemplateKeyForm<T>(string prefix, string suffix = "") : KeyForm<T>
{
    /// <inheritdoc/>
    public override string Prefix => prefix;

    /// <inheritdoc/>
    public override KeyValue Of(T value) => KeyText.Value(prefix, value, suffix);

    /// <inheritdoc/>
    public override KeyValue Beginning(T value) => KeyText.Value(prefix, value);
}
