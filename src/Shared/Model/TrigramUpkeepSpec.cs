namespace DynamoToolkit.Shared.Model;

/// <summary>Who writes a trigram index, with the numbers of the runtime's enum.</summary>
internal enum TrigramUpkeepSpec
{
    Writer,
    Stream,
}
