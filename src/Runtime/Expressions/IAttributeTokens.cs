namespace DynamoToolkit.Expressions;

/// <summary>Implemented by the generated tokens of a nested type, so that they can be created for any place in an item.</summary>
/// <typeparam name="TSelf">The tokens themselves.</typeparam>
public interface IAttributeTokens<TSelf> : IAttribute
    where TSelf : IAttributeTokens<TSelf>
{
    /// <summary>The tokens of the nested type at a path.</summary>
    static abstract TSelf At(AttributePath path);
}
