namespace MetricCatalogue.Errors;

/// <summary>The catalogue refuses what a user asks for. The message is one line, and says what to do.</summary>
internal sealed class CatalogueException(string message) : Exception(message);
