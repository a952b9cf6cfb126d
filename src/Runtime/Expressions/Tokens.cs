namespace DynamoToolkit.Expressions;

/// <summary>The one instance of a type of generated tokens: they have no state.</summary>
/// <typeparam name="TTokens">The tokens.</typeparam>
internal static class Tokens<TTokens>
    where TTokens : class, new()
{
    public static TTokens Instance { get; } = new();
}
