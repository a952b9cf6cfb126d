using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Expressions;

/// <summary>An action of an update after which an attribute has a value that the program knows.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal interface IStoredValue<T>
{
    /// <summary>The value; false if the service computes it.</summary>
    bool TryGet([MaybeNullWhen(false)] out T stored);
}
