namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A card with an image.</summary>
[DynamoTable("cards"), DynamoType("image")]
public sealed partial class ImageCard : Card
{
    public byte[] Image { get; set; } = [];
}
