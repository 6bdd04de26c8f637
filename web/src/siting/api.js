/** @import { JobOf } from '../jobs.js' */
/** @import { Ask, Evaluation, ParetoResult, PlanResult, Tried } from './types.js' */
import { postJson } from '../api.js';

/** @param {Ask} ask @returns {Promise<JobOf<PlanResult>>} */
export const findPlan = (ask) => postJson('/api/v1/siting', ask);

/** @param {Ask} ask @returns {Promise<JobOf<ParetoResult>>} */
export const findFront = (ask) => postJson('/api/v1/siting/pareto', ask);

/** @param {Ask} question @param {Tried[]} sites @returns {Promise<Evaluation>} */
export const evaluate = (question, sites) => postJson('/api/v1/siting/evaluate', { question, sites });
