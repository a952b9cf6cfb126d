namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A card with a text.</summary>
[DynamoTable("cards"), DynamoType("text")]
public sealed partial class TextCard : Card
{
    public string Text { get; set; } = "";
}
