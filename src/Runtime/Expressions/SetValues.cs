using System.Collections;

namespace DynamoToolkit.Expressions;

/// <summary>Recognizes empty sets. DynamoDB does not have them: a member that is one is left out, an element is stored as NULL.</summary>
internal static class SetValues
{
    /// <summary>Whether the attribute is a set, and the value has no elements.</summary>
    public static bool IsEmpty<TValue>(IAttribute attribute, TValue value) =>
        attribute is ISetToken && value is IEnumerable elements && !elements.Cast<object?>().Any();
}
