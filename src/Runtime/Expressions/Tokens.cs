namespace DynamoToolkit.Expressions;

/// <summary>The only instance of a type of generated tokens, which have no state.</summary>
/// <typeparam name="TTokens">The tokens.</typeparam>
internal static class Tokens<TTokens>
    where TTokens : class, new()
{
    public static TTokens Instance { get; } = new();
}
