using SpatialPlanner.Cli;

return await Planner.RunAsync(args, Console.Out, Console.Error);
