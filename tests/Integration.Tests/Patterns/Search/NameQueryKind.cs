namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>What a query asks for.</summary>
internal enum NameQueryKind
{
    Containing,
    StartingWith,
    EndingWith,
    Like,
}
