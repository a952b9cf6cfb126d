using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A field that registered models are searched and sorted by.</summary>
/// <param name="Property">What of the model it is.</param>
/// <param name="Name">The name of the tag; empty for everything else.</param>
internal readonly record struct ModelField(ModelProperty Property, string Name = "")
{
    /// <summary>The value of a text field, or null where the model has none.</summary>
    public string? TextOf(RegisteredModel model) => Property == ModelProperty.Name ? model.Item.Name : model.TagOf(Name);
}
