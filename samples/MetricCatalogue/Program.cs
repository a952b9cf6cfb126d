using MetricCatalogue;

return await new CatalogueProgram(Console.In, Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
