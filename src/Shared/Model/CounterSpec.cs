namespace DynamoToolkit.Shared.Model;

/// <summary>A counter of an item type: a member that is the sum of several items.</summary>
/// <param name="Member">The member's name as an identifier that compiles.</param>
/// <param name="Name">The counter's name in keys.</param>
/// <param name="Type">The number's type.</param>
/// <param name="Count">The number of items to which adds go.</param>
internal sealed record CounterSpec(string Member, string Name, string Type, int Count);
